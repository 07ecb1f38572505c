; Filled in by ../windows_package.py (@…@). Installs for one person without an administrator, or for all with one.

[Setup]
AppId={{B4E0C7A2-6C4F-4D53-9B53-6C1A6E0E7A51}
AppName=sscviewer
AppVersion=@VERSION@
AppVerName=sscviewer @VERSION@
AppPublisher=The sscviewer founders
DefaultDirName={autopf}\sscviewer
DefaultGroupName=sscviewer
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=sscviewer-@VERSION@-setup
Compression=lzma2/max
SolidCompression=yes
LicenseFile=@ROOT@\LICENSE
UninstallDisplayIcon={app}\sscviewer-gui.exe
ChangesAssociations=yes
CloseApplications=yes
WizardStyle=modern

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; a library of the version before must not stay beside the new ones
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "@FOLDER@\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\sscviewer"; Filename: "{app}\sscviewer-gui.exe"
Name: "{autodesktop}\sscviewer"; Filename: "{app}\sscviewer-gui.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\sscviewer.table"; ValueType: string; ValueData: "Table of a trial"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\sscviewer.table\DefaultIcon"; ValueType: string; ValueData: "{app}\sscviewer-gui.exe,0"
Root: HKA; Subkey: "Software\Classes\sscviewer.table\shell\open\command"; ValueType: string; ValueData: """{app}\sscviewer-gui.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\sscviewer-gui.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "sscviewer"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\sscviewer-gui.exe\shell\open\command"; ValueType: string; ValueData: """{app}\sscviewer-gui.exe"" ""%1"""
@TYPES@

[Run]
Filename: "{app}\sscviewer.exe"; Parameters: "verify"; StatusMsg: "Verifying this installation"; Flags: runhidden
Filename: "{app}\sscviewer-gui.exe"; Description: "{cm:LaunchProgram,sscviewer}"; Flags: nowait postinstall skipifsilent
