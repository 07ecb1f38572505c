<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>sscviewer</name>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>
… and {n} more</source>
      <translation>
… und {n} weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/columns_tab.py" />
      <source>  (from the layout)</source>
      <translation>  (aus der Anordnung)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/columns_tab.py" />
      <source>  (not in this file)</source>
      <translation>  (nicht in dieser Datei)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source> % a year</source>
      <translation> % im Jahr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source> % of patients</source>
      <translation> % der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source> % of the system’s</source>
      <translation> % der Systemgröße</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source> (absolute)</source>
      <translation> (absolut)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source> (relative)</source>
      <translation> (relativ)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source> Stopped for an adverse event, patients by relation: {said}.</source>
      <translation> Abgebrochen wegen eines unerwünschten Ereignisses, Patienten nach Zusammenhang: {said}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source> That is without the shift of the reference arm by {of_reference:+.3g}.</source>
      <translation> Das ist ohne die Verschiebung des Referenzarms um {of_reference:+.3g}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/liver_ratio.py" />
      <source> Without R, for want of a value or an upper limit: {n}.</source>
      <translation> Ohne R, weil ein Wert oder eine obere Grenze fehlt: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source> and no later than {days:g} days after the last</source>
      <translation> und höchstens {days:g} Tage nach der letzten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/numbered.py" />
      <source> and one more</source>
      <translation> und eine weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source> and {columns}</source>
      <translation> und {columns}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source> and {more} more</source>
      <translation> und {more} weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/numbered.py" />
      <source> and {more} more such groups of columns</source>
      <translation> und {more} weitere solche Gruppen von Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source> and {most_named} more patients</source>
      <translation> und {most_named} weitere Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/readings.py" />
      <source> at {visit}</source>
      <translation> bei {visit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/outcome.py" />
      <source> before day 1</source>
      <translation> vor Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source> days</source>
      <translation> Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source> dpi</source>
      <translation> dpi</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/medications.py" />
      <source> from {day}</source>
      <translation> ab {day}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source> mm</source>
      <translation> mm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source> of its own, only with folders ({listed})</source>
      <translation> eigene, nur mit Ordnern ({listed})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source> on a day of it</source>
      <translation> an einem Dosistag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/outcome.py" />
      <source> on day {day:.0f}</source>
      <translation> an Tag {day:.0f}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source> points</source>
      <translation> Punkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source> pt</source>
      <translation> pt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source> weeks</source>
      <translation> Wochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source> {hidden} more tests without a grade above 0.</source>
      <translation> {hidden} weitere Tests ohne einen Grad über 0.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/words/calendar_names.py" />
      <source> “{named}” is taken for a quarter, drawn in its middle month, and for no question.</source>
      <translation> „{named}“ wird für ein Quartal genommen, im mittleren Monat gezeichnet, und für keine Frage.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>%</source>
      <translation>%</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>% change</source>
      <translation>% Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>% of patients</source>
      <translation>% der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>% of the baseline</source>
      <translation>% des Ausgangswerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>% of those with a baseline</source>
      <translation>% derer mit Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>% of those with a value</source>
      <translation>% derer mit einem Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>% predi&amp;cted</source>
      <translation>% des S&amp;ollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>% predicted</source>
      <translation>% des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;About sscviewer</source>
      <translation>Über &amp;sscviewer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>&amp;Add</source>
      <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/possible.py" />
      <source>&amp;All patients to one PDF…</source>
      <translation>&amp;Alle Patienten in ein PDF…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>&amp;All remaining numbers are measurements</source>
      <translation>&amp;Alle übrigen Zahlen sind Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/possible.py" />
      <source>&amp;All {n} patients of the filter to one PDF…</source>
      <translation>&amp;Alle {n} Patienten des Filters in ein PDF…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Arm</source>
      <translation>&amp;Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>&amp;Better is</source>
      <translation>&amp;Besser ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Calendar dates</source>
      <translation>&amp;Kalenderdaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>&amp;Colours</source>
      <translation>&amp;Farben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Columns</source>
      <translation>&amp;Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Comment</source>
      <translation>&amp;Kommentar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Copy figure</source>
      <translation>Abbildung &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Dark</source>
      <translation>&amp;Dunkel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>&amp;Dates such as 03/04/2007</source>
      <translation>&amp;Daten wie 03/04/2007</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/saved_filters.py" />
      <source>&amp;Delete a saved filter</source>
      <translation>Einen gespeicherten Filter &amp;löschen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>&amp;Dose</source>
      <translation>&amp;Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Dose page</source>
      <translation>S&amp;eite Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>&amp;Edit</source>
      <translation>B&amp;earbeiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>&amp;Efficacy</source>
      <translation>&amp;Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Efficacy page</source>
      <translation>Seite Wirksamke&amp;it</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;End the comparison</source>
      <translation>Den Vergleich &amp;beenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;First patient</source>
      <translation>&amp;Erster Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>&amp;Font</source>
      <translation>&amp;Schrift</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Format</source>
      <translation>&amp;Format</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>&amp;Grade</source>
      <translation>&amp;Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Grade, worst first</source>
      <translation>&amp;Grad, schwerster zuerst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Headings in row</source>
      <translation>&amp;Überschriften in Zeile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Hide identities</source>
      <translation>I&amp;dentitäten verbergen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;High contrast, light</source>
      <translation>Hoher &amp;Kontrast, hell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>&amp;Keep</source>
      <translation>&amp;Behalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Keep marks beside the workbook…</source>
      <translation>&amp;Markierungen neben der Arbeitsmappe speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>&amp;Language:</source>
      <translation>S&amp;prache:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source>&amp;Largest difference that is no issue:</source>
      <translation>&amp;Größte Differenz, die kein Befund ist:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Last patient</source>
      <translation>&amp;Letzter Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>&amp;Licences…</source>
      <translation>&amp;Lizenzen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Light</source>
      <translation>&amp;Hell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>&amp;Limit</source>
      <translation>&amp;Grenze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Load mapping…</source>
      <translation>Zuordnung &amp;laden…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Look</source>
      <translation>A&amp;ussehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Manual</source>
      <translation>&amp;Handbuch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>&amp;Map columns…</source>
      <translation>&amp;Spalten zuordnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>&amp;Marks and comments:</source>
      <translation>&amp;Markierungen und Kommentare:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>&amp;Measurement</source>
      <translation>&amp;Messwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Measurements</source>
      <translation>&amp;Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>&amp;Measures</source>
      <translation>&amp;Misst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Months</source>
      <translation>&amp;Monate</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;More: text, colours, axes, notes, file</source>
      <translation>&amp;Mehr: Text, Farben, Achsen, Anmerkungen, Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Next patient</source>
      <translation>Nächster &amp;Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Notes</source>
      <translation>Anmer&amp;kungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Onset</source>
      <translation>&amp;Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>&amp;Open workbook…</source>
      <translation>Arbeitsmappe &amp;öffnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>&amp;Order</source>
      <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Other patients behind</source>
      <translation>Andere Patienten im &amp;Hintergrund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Panels</source>
      <translation>&amp;Felder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/password.py" />
      <source>&amp;Password of “{replace}”:</source>
      <translation>&amp;Passwort von „{replace}“:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>&amp;Patient</source>
      <translation>&amp;Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Patient page</source>
      <translation>Seite Patie&amp;nt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Preferences…</source>
      <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Previous patient</source>
      <translation>&amp;Voriger Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Print…</source>
      <translation>&amp;Drucken…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Reason of stopping</source>
      <translation>Grund des Abb&amp;ruchs</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/possible.py" />
      <source>&amp;Redo {step}</source>
      <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>&amp;Related to the drug</source>
      <translation>Mit der Studienmedikation &amp;zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>&amp;Remember for this kind of workbook</source>
      <translation>Für Arbeitsmappen dieser Art &amp;merken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>&amp;Remember recent files</source>
      <translation>Zuletzt &amp;geöffnete Dateien merken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>&amp;Report</source>
      <translation>Be&amp;richt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Report page</source>
      <translation>Seite &amp;Bericht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>&amp;Resolution</source>
      <translation>&amp;Auflösung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Reviewed</source>
      <translation>&amp;Durchgesehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Save figure…</source>
      <translation>Abbildung &amp;speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Save mapping…</source>
      <translation>Zuordnung spei&amp;chern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/saved_filters.py" />
      <source>&amp;Save this filter as…</source>
      <translation>Diesen Filter &amp;speichern als…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>&amp;Save to be signed…</source>
      <translation>Zum Unterschreiben &amp;speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>&amp;Serious</source>
      <translation>&amp;Schwerwiegend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/password.py" />
      <source>&amp;Show what I type</source>
      <translation>&amp;Zeigen, was ich tippe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;Size</source>
      <translation>&amp;Größe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Start page</source>
      <translation>St&amp;artseite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Status</source>
      <translation>&amp;Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>&amp;Take the most likely</source>
      <translation>Das &amp;Wahrscheinlichste nehmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>&amp;Term has</source>
      <translation>&amp;Begriff enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>&amp;Text size</source>
      <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Theme</source>
      <translation>&amp;Farbschema</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>&amp;Theme:</source>
      <translation>&amp;Farbschema:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>&amp;Title</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/possible.py" />
      <source>&amp;Undo {step}</source>
      <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>&amp;Unit</source>
      <translation>&amp;Einheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source>&amp;Usual: {usual:g} points</source>
      <translation>&amp;Üblich: {usual:g} Punkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Value above or below…</source>
      <translation>&amp;Wert über oder unter…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Verify this installation…</source>
      <translation>&amp;Diese Installation prüfen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>&amp;What</source>
      <translation>&amp;Was</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>&amp;Which value</source>
      <translation>&amp;Welcher Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>&amp;Whole time range</source>
      <translation>&amp;Ganzer Zeitraum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>&amp;Words and visits</source>
      <translation>&amp;Worte und Visiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>&amp;Worst grade</source>
      <translation>Schw&amp;erster Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>(its name was not kept)</source>
      <translation>(der Name wurde nicht aufgehoben)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>(the checklists)</source>
      <translation>(die Checklisten)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>(the table of keys)</source>
      <translation>(die Tabelle der Tasten)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>({1} % CI)</source>
      <translation>({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>({share} %; {lower} to {upper})</source>
      <translation>({share} %; {lower} bis {upper})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>, adjusted for {words}</source>
      <translation>, adjustiert für {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>, and differ from {equation} by {difference:.1f}</source>
      <translation>, von {equation} weichen sie um {difference:.1f} ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>, as you said</source>
      <translation>, wie Sie sagten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>, or was there before and became worse</source>
      <translation>, oder vorher da und schlimmer geworden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>, {n} hidden</source>
      <translation>, {n} verborgen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>. This file is being read by a mapping kept earlier.</source>
      <translation>. Diese Datei wird mit einer früher gespeicherten Zuordnung gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source>/day</source>
      <translation>/Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>0 to 10</source>
      <translation>0 bis 10</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>0 to 100</source>
      <translation>0 bis 100</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>0 when the event happened, else censored</source>
      <translation>0, wenn das Ereignis eintrat, sonst zensiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>0: it happened; else censored</source>
      <translation>0: es trat ein; sonst zensiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>1 other headline number stays</source>
      <translation>1 andere Hauptzahl bleibt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>1.5 columns, 114 mm</source>
      <translation>1,5 Spalten, 114 mm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>10 cm</source>
      <translation>10 cm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>15 cm (Steen &amp; Medsger)</source>
      <translation>15 cm (Steen &amp; Medsger)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>20 invented patients over one year</source>
      <translation>20 erfundene Patienten über ein Jahr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>6 of 8 is the convention of ARAMIS; its wording is not verified.</source>
      <translation>6 von 8 ist die Konvention von ARAMIS; ihr Wortlaut ist nicht geprüft.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>; and {most_named} more</source>
      <translation>; und {most_named} weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>; and {n} more</source>
      <translation>; und {n} weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_words.py" />
      <source>; follow-up ends with the {until}</source>
      <translation>; die Nachbeobachtung endet mit: {until}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows_not_used.py" />
      <source>; its row {first} was not used</source>
      <translation>; seine Zeile {first} wurde nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows_not_used.py" />
      <source>; its rows {first} to {last} ({n}) were not used</source>
      <translation>; seine Zeilen {first} bis {last} ({n}) wurden nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>; not in the table: {out}</source>
      <translation>; nicht in der Tabelle: {out}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>; ratio: exact conditional; difference: score (Miettinen-Nurminen)</source>
      <translation>; Verhältnis: exakt bedingt; Differenz: Score (Miettinen-Nurminen)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>; slope: random slopes</source>
      <translation>; Steigung: zufällige Steigungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>; the two disagree, so that dose and patient cannot be told apart</source>
      <translation>; beide widersprechen sich, sodass Dosis und Patient nicht zu trennen sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>; {patient} cannot be judged</source>
      <translation>; {patient} nicht beurteilbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>&lt; or &gt; when only a limit is known</source>
      <translation>&lt; oder &gt;, wenn nur eine Grenze bekannt ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>A &amp;related event</source>
      <translation>Ein &amp;zusammenhängendes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>A &amp;serious event</source>
      <translation>Ein &amp;schwerwiegendes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/two_groups.py" />
      <source>A cell of the table is empty: there is no upper limit.</source>
      <translation>Eine Zelle der Tafel ist leer: Es gibt keine obere Grenze.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>A click on a line opens that patient; drag along an axis to zoom.</source>
      <translation>Ein Klick auf eine Linie öffnet diesen Patienten; Ziehen entlang einer Achse zoomt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>A click on a number lists the patients and the records behind it. A right click on a heading chooses columns.</source>
      <translation>Ein Klick auf eine Zahl listet die Patienten und Einträge dahinter auf. Ein Rechtsklick auf eine Überschrift wählt Spalten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>A click on the picture sets the place of the chosen note, a second one the tip of its arrow or the end of its band. A band without y goes from bottom to top.</source>
      <translation>Ein Klick auf das Bild setzt den Ort der gewählten Anmerkung, ein zweiter die Spitze ihres Pfeils oder das Ende ihres Bandes. Ein Band ohne y reicht von unten bis oben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>A dose was seen from</source>
      <translation>Eine Dosis wurde gesehen ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/dose_hazard.py" />
      <source>A dose-limiting event in every week: the risk by dose cannot be estimated.</source>
      <translation>In jeder Woche ein dosislimitierendes Ereignis: Das Risiko nach Dosis lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>A double click on an issue opens its patient. “Map columns…” says what a column is.</source>
      <translation>Ein Doppelklick auf einen Befund öffnet seinen Patienten. „Spalten zuordnen…“ sagt, was eine Spalte ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>A doubling of the dose multiplies the weekly odds by {ratio:.2g} ({low:.2g} to {high:.2g}); {words}</source>
      <translation>Eine Verdopplung der Dosis multipliziert die wöchentliche Chance mit {ratio:.2g} ({low:.2g} bis {high:.2g}); {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>A foot&amp;er says file, checksum, date and version</source>
      <translation>Eine F&amp;ußzeile nennt Datei, Prüfsumme, Datum und Version</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/exact_tests.py" />
      <source>A group has more than {largest} patients: take the score interval.</source>
      <translation>Eine Gruppe hat mehr als {largest} Patienten: nehmen Sie das Score-Intervall.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/exact_tests.py" />
      <source>A group has no patients.</source>
      <translation>Eine Gruppe hat keine Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>A haemoglobin corrects DLCO within</source>
      <translation>Ein Hämoglobinwert korrigiert die DLCO innerhalb von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/historical.py" />
      <source>A historical number without a source is not used; name it in the plan.</source>
      <translation>Eine historische Zahl ohne Quelle wird nicht verwendet; nennen Sie sie im Plan.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/historical.py" />
      <source>A historical number without a standard error above 0 is not used.</source>
      <translation>Eine historische Zahl ohne Standardfehler über 0 wird nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/view.py" />
      <source>A list; its picture is {place}.</source>
      <translation>Eine Liste; ihr Bild ist {place}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>A ma&amp;nifest lies beside each saved figure</source>
      <translation>Ein &amp;Manifest liegt neben jeder gespeicherten Abbildung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>A mean with an interval needs at least two patients.</source>
      <translation>Ein Mittelwert mit Intervall braucht mindestens zwei Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>A measurement of its own, by its name</source>
      <translation>Ein eigener Messwert mit seinem Namen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>A measurement of your own</source>
      <translation>Ein eigener Messwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>A page for each patient, and pictures of the whole trial</source>
      <translation>Eine Seite für jeden Patienten und Bilder der ganzen Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/faults.py" />
      <source>A part of sscviewer could not be loaded: the computer has too little memory left, or the installation is damaged. Close other programs and start sscviewer again; if that does not help, install it again.</source>
      <translation>Ein Teil von sscviewer konnte nicht geladen werden: Der Computer hat zu wenig Arbeitsspeicher frei, oder die Installation ist beschädigt. Schließen Sie andere Programme und starten Sie sscviewer neu; hilft das nicht, installieren Sie es neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>A partial date counts on its</source>
      <translation>Ein unvollständiges Datum zählt an seinem</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/reference_based.py" />
      <source>A patient who left had been like the reference arm from the start.</source>
      <translation>Ein Patient, der ausschied, war von Anfang an wie der Referenzarm.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>A related event of grade &amp;3 or worse</source>
      <translation>Ein zusammenhängendes Ereignis von Grad &amp;3 oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>A subject is in more than one {group}: its covariance cannot be that of both.</source>
      <translation>Ein Patient gehört zu mehr als einer Gruppe ({group}): Seine Kovarianz kann nicht die beider sein.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/next_trial.py" />
      <source>A trial of dose needs two different doses and two visits after baseline.</source>
      <translation>Eine Dosisstudie braucht zwei verschiedene Dosen und zwei Visiten nach dem Ausgangswert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>A visit is modelled from</source>
      <translation>Eine Visite wird modelliert ab</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>A year</source>
      <translation>Pro Jahr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>A&amp;pply</source>
      <translation>&amp;Anwenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>ACR-CRISS improved from</source>
      <translation>ACR-CRISS verbessert ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>ACR-CRISS improved from a probability of</source>
      <translation>ACR-CRISS verbessert ab einer Wahrscheinlichkeit von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>ALP, × ULN</source>
      <translation>ALP, × ULN</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>ALT, × ULN</source>
      <translation>ALT, × ULN</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>ANCOVA</source>
      <translation>ANCOVA</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Abbreviations</source>
      <translation>Abkürzungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>About sscviewer</source>
      <translation>Über sscviewer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>About the comparison</source>
      <translation>Über den Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/chart_page.py" />
      <source>About the picture</source>
      <translation>Über das Bild</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/table_pane.py" />
      <source>About the table</source>
      <translation>Über die Tabelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>Above normal</source>
      <translation>Über der Norm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Above or below</source>
      <translation>Über oder unter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>Absolute or relative</source>
      <translation>Absolut oder relativ</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Action</source>
      <translation>Maßnahme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Action taken</source>
      <translation>Ergriffene Maßnahme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Action taken with the drug</source>
      <translation>Maßnahme bezüglich der Prüfmedikation</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Action with the drug</source>
      <translation>Maßnahme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Ad&amp;verse events shown</source>
      <translation>Gezeigte &amp;unerwünschte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Add a condition to the filter (Ctrl+Shift+F)</source>
      <translation>Dem Filter eine Bedingung hinzufügen (Strg+Umschalt+F)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Add a row such as “FVC lower by 5 % or more”</source>
      <translation>Fügen Sie eine Zeile wie „FVC niedriger um 5 % oder mehr“ hinzu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>Adding the model …</source>
      <translation>Das Modell kommt hinzu …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Adjusted P</source>
      <translation>Adjustierter P-Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/model_choice.py" />
      <source>Adjusted for</source>
      <translation>Adjustiert für</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Adjusted mean change</source>
      <translation>Adjustierte mittlere Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Adverse event</source>
      <translation>Unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Adverse event (n = {1})</source>
      <translation>Unerwünschtes Ereignis (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/deaths.py" />
      <source>Adverse event “{event}” has grade {grade:g} and the outcome “{outcome}”, but grade 5 and only grade 5 is death; both are kept as recorded.</source>
      <translation>Unerwünschtes Ereignis „{event}“ hat Grad {grade:g} und den Ausgang „{outcome}“, aber Grad 5 und nur Grad 5 ist Tod; beides bleibt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>Adverse event “{event}” has grade {grade:g}, but CTCAE {version} ends at grade {highest} for {term} (older versions may not); the grade is kept as recorded.</source>
      <translation>Unerwünschtes Ereignis „{event}“ hat Grad {grade:g}, aber CTCAE {version} endet bei Grad {highest} für {term} (ältere Versionen vielleicht nicht); der Grad bleibt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>Adverse event “{event}” has no start date; it is counted, and drawn with an open start.</source>
      <translation>Unerwünschtes Ereignis „{event}“ hat kein Startdatum; es wird gezählt und mit offenem Beginn gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>Adverse event “{event}” starts on {day}, before the patient consented on {other_day}; it is shown as recorded.</source>
      <translation>Unerwünschtes Ereignis „{event}“ beginnt am {day}, vor der Einwilligung des Patienten am {other_day}; es wird gezeigt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/deaths.py" />
      <source>Adverse event “{event}” {says}, but no date of death and no disposition says that the patient died; the event is shown as recorded, the patient is not counted as dead.</source>
      <translation>Unerwünschtes Ereignis „{event}“ {says}, aber weder ein Todesdatum noch der Verbleib sagt, dass der Patient starb; das Ereignis wird gezeigt wie erfasst, der Patient zählt nicht als verstorben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>Adverse event “{term}” starting on {day}</source>
      <translation>Unerwünschtes Ereignis „{term}“ mit Beginn am {day}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Adverse events</source>
      <translation>Unerwünschte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>Adverse events are not recorded in this file.</source>
      <translation>Unerwünschte Ereignisse sind in dieser Datei nicht erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Adverse events drawn</source>
      <translation>Gezeichnete unerwünschte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Adverse events in at least</source>
      <translation>Unerwünschte Ereignisse bei mindestens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/record_words.py" />
      <source>Adverse events without an end date and with the outcome “not recovered”, shown as ongoing: {n}.</source>
      <translation>Unerwünschte Ereignisse ohne Enddatum und mit dem Ausgang „not recovered“, gezeigt als andauernd: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Adverse events, laboratory and doses</source>
      <translation>Unerwünschte Ereignisse, Labor und Dosen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/labs.py" />
      <source>After baseline: later than the patient’s baseline of the test and than the day of the first dose; values after the end of treatment count.</source>
      <translation>Nach dem Ausgangswert: später als der Ausgangswert des Tests und als der Tag der ersten Dosis; Werte nach dem Behandlungsende zählen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>After stopping</source>
      <translation>Nach dem Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>After the cut</source>
      <translation>Nach der Reduktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>After the cut: whether the event ended within {window} days of the lower dose. On the dose again: whether the same event began within {window} days of the return to the dose.</source>
      <translation>Nach der Senkung: ob das Ereignis innerhalb von {window} Tagen unter der niedrigeren Dosis endete. Wieder unter der Dosis: ob dasselbe Ereignis innerhalb von {window} Tagen nach der Rückkehr zur Dosis begann.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>Against</source>
      <translation>Gegen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Age</source>
      <translation>Alter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Age at entry, years</source>
      <translation>Alter bei Einschluss, Jahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Age, years</source>
      <translation>Alter, Jahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Align on</source>
      <translation>Ausrichten an</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Aligned on {words}</source>
      <translation>Ausgerichtet an: {words}</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/levels.py" />
      <source>All adverse events by dose</source>
      <translation>Alle unerwünschten Ereignisse nach Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>All are on 0 to 10</source>
      <translation>Alle reichen von 0 bis 10</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>All are on 0 to 100</source>
      <translation>Alle reichen von 0 bis 100</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>All at &amp;visit</source>
      <translation>Alle bei &amp;Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>All back to default</source>
      <translation>Alle zurück zur Vorgabe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>All c&amp;ells</source>
      <translation>Alle &amp;Zellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>All changes</source>
      <translation>Alle Änderungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>All columns of the sheet. Choose one to say what its cells mean; the sheet is looked at again then.</source>
      <translation>Alle Spalten des Blattes. Wählen Sie eine, um zu sagen, was ihre Zellen bedeuten; das Blatt wird dann neu angesehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/listing_view.py" />
      <source>All columns, widths as at first</source>
      <translation>Alle Spalten, Breiten wie zu Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/flow.py" />
      <source>All counts agree with their totals.</source>
      <translation>Alle Zahlen stimmen mit ihren Summen überein.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>All endpoints</source>
      <translation>Alle Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>All endpoints: change in standard deviations of the baseline</source>
      <translation>Alle Endpunkte: Veränderung in Standardabweichungen des Ausgangswerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>All events</source>
      <translation>Alle Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>All of them</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arm_words.py" />
      <source>All patients</source>
      <translation>Alle Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>All patients (n = {1} and {2})</source>
      <translation>Alle Patienten (n = {1} und {2})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>All patients ({n})</source>
      <translation>Alle Patienten ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/leaving_slope.py" />
      <source>All patients have their last value at the same visit: nobody left early.</source>
      <translation>Alle Patienten haben ihren letzten Wert bei derselben Visite: Niemand ging früher.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>All patients in one PDF</source>
      <translation>Alle Patienten in einem PDF</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>All patients of this workbook are of one arm, so there is nothing to compare. If a column holds the arms, map it under File › Map columns…, as “Arm, as randomised” or “Arm, as treated” of “Patients”.</source>
      <translation>Alle Patienten dieser Arbeitsmappe gehören zu einem Arm, es gibt also nichts zu vergleichen. Wenn eine Spalte die Arme enthält, ordnen Sie sie unter Datei › Spalten zuordnen… zu, als „Arm, wie randomisiert“ oder „Arm, wie behandelt“ von „Patienten“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>All rules</source>
      <translation>Alle Regeln</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>All serious events of the patients, on treatment or not.</source>
      <translation>Alle schwerwiegenden Ereignisse der Patienten, unter Behandlung oder nicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>All together</source>
      <translation>Alle zusammen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>All whose visit was due</source>
      <translation>Alle, deren Visite fällig war</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>Allowing for time and for each patient's own tolerance, no dose-limiting event in {duration}: {told}.</source>
      <translation>Unter Berücksichtigung der Zeit und der Verträglichkeit jedes Patienten kein dosislimitierendes Ereignis in {duration}: {told}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>Alphabet</source>
      <translation>Alphabet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>American</source>
      <translation>Amerikanisch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Amount of drug in a tablet, as written</source>
      <translation>Wirkstoffmenge je Tablette, wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_sheets.py" />
      <source>An Excel workbook with headings, units, lists to choose from and allowed ranges. Filled in Excel or LibreOffice it opens here without a question. Sheets:</source>
      <translation>Eine Excel-Arbeitsmappe mit Überschriften, Einheiten, Auswahllisten und erlaubten Bereichen. In Excel oder LibreOffice ausgefüllt, öffnet sie sich hier ohne Rückfrage. Blätter:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/as_said.py" />
      <source>An answer (“{option}”) is kept about {where}, which is not in this file; it was not used.</source>
      <translation>Eine Antwort („{option}“) ist aufgehoben über {where}, was nicht in dieser Datei ist; sie wurde nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/jackknife.py" />
      <source>An arm has fewer than {fewest} patients.</source>
      <translation>Ein Arm hat weniger als {fewest} Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>An arm has no value at the visit.</source>
      <translation>Ein Arm hat bei der Visite keinen Wert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>An event counts at the dose of</source>
      <translation>Ein Ereignis zählt bei der Dosis von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>An event counts at {lag}; begun on the very day of a change: {n}.</source>
      <translation>Ein Ereignis zählt bei {lag}; genau am Tag einer Änderung begonnen: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>An event is dose-limiting</source>
      <translation>Ein Ereignis ist dosislimitierend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>An event is named in paragraphs from</source>
      <translation>Ein Ereignis wird in Absätzen genannt ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>An event of &amp;grade 3 or worse</source>
      <translation>Ein Ereignis von &amp;Grad 3 oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>An event without a grade</source>
      <translation>Ein Ereignis ohne Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>An event without a grade (severity) counts as grade 3 (severe)</source>
      <translation>Ein Ereignis ohne Grad (Schweregrad) zählt als Grad 3 (schwer)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>An event without a relation to the drug</source>
      <translation>Ein Ereignis ohne Angabe zum Zusammenhang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>An event without a relation to the drug counts as related</source>
      <translation>Ein Ereignis ohne Angabe zum Zusammenhang zählt als zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Analysed</source>
      <translation>Ausgewertet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Analysed (n = {1})</source>
      <translation>Ausgewertet (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/change_words.py" />
      <source>Analysis of covariance of the change from baseline, adjusted for {words}; one slope and one variance for all arms; means {means}; {missing}.</source>
      <translation>Kovarianzanalyse der Veränderung gegenüber dem Ausgangswert, adjustiert für {words}; eine Steigung und eine Varianz für alle Arme; Mittelwerte {means}; {missing}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Analysis plan</source>
      <translation>Analyseplan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>Andersen-Gill: {andersen_gill_reason} Here it would have said {ratio} ({lower} to {upper}) per {per_dose:g} {unit}.</source>
      <translation>Andersen-Gill: {andersen_gill_reason} Hier hätte er gesagt: {ratio} ({lower} bis {upper}) je {per_dose:g} {unit}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>Annualised over the days between the two tests; early visits say little.</source>
      <translation>Aufs Jahr gerechnet über die Tage zwischen beiden Tests; frühe Visiten sagen wenig.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Answer: {text}</source>
      <translation>Antwort: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>Any adverse event</source>
      <translation>Jedes unerwünschte Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Any change</source>
      <translation>Jede Änderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Any grade</source>
      <translation>Jeder Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Any mark</source>
      <translation>Jede Markierung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Any standing</source>
      <translation>Jeder Stand</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Any {name}</source>
      <translation>{name}: alle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/numbered.py" />
      <source>Are {listed} … of sheet “{sheet}” one measurement at {n} visits, or {n} measurements?</source>
      <translation>Sind {listed} … des Blatts „{sheet}“ eine Messung bei {n} Visiten oder {n} Messungen?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/numbered.py" />
      <source>Are {listed} …{rest} of sheet “{sheet}” each one measurement at several visits, or several measurements?</source>
      <translation>Sind {listed} …{rest} des Blatts „{sheet}“ je eine Messung bei mehreren Visiten oder mehrere Messungen?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/times.py" />
      <source>Are {some} in column “{written}” minutes, hours, days, weeks, months, years or numbers of visits?</source>
      <translation>Sind {some} in Spalte „{written}“ Minuten, Stunden, Tage, Wochen, Monate, Jahre oder Nummern von Visiten?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Arial</source>
      <translation>Arial</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Arm</source>
      <translation>Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Arm as randomised, as a number: its dose, or its place</source>
      <translation>Arm wie randomisiert, als Zahl: seine Dosis oder sein Platz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Arm, as randomised</source>
      <translation>Arm, wie randomisiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Arm, as treated</source>
      <translation>Arm, wie behandelt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Arms</source>
      <translation>Arme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Arms are compared within</source>
      <translation>Arme werden verglichen innerhalb</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Arms compared</source>
      <translation>Arme im Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/arm_codes.py" />
      <source>Arms in column “{written}” are {codes} and {codes2}: which of them is the control, with which the others are compared?</source>
      <translation>Arme in Spalte „{written}“ sind {codes} und {codes2}: Welcher davon ist die Kontrolle, mit der die anderen verglichen werden?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>Arms side by side</source>
      <translation>Arme nebeneinander</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Arrow</source>
      <translation>Pfeil</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>As MMRM, over all patients with a baseline; random draws take the place of what is missing.</source>
      <translation>Wie MMRM, über alle Patienten mit Ausgangswert; Zufallszüge treten an die Stelle dessen, was fehlt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>As MMRM; patients seen only at baseline count too.</source>
      <translation>Wie MMRM; Patienten, die nur zu Beginn gesehen wurden, zählen auch.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>As completers; changes are symmetrical about their centre, which need not be their mean.</source>
      <translation>Wie bei vollständigen Verläufen; die Veränderungen liegen symmetrisch um ihre Mitte, die nicht ihr Mittelwert sein muss.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>As in the &amp;file</source>
      <translation>Wie in der &amp;Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>As it was</source>
      <translation>Wie sie war</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>As last time</source>
      <translation>Wie zuletzt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>As reported</source>
      <translation>Wie berichtet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>As the &amp;system</source>
      <translation>Wie das &amp;System</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>As the row above, each missing value at the one expected; the variance is that over patients.</source>
      <translation>Wie die Zeile darüber, jeder fehlende Wert beim erwarteten; die Varianz ist die über Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>As trials do; not verified in the paper.</source>
      <translation>Wie in Studien üblich; in der Arbeit nicht geprüft.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Ask about the fi&amp;ndings…</source>
      <translation>Nach &amp;den Befunden fragen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Ask about the findings…</source>
      <translation>Nach den Befunden fragen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Ask about these…</source>
      <translation>Nach diesen fragen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Ask the sites about the issues shown, and save them as a list</source>
      <translation>Die Zentren nach den gezeigten Befunden fragen und sie als Liste speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>Ask where a column does not tell</source>
      <translation>Fragen, wo eine Spalte es nicht zeigt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Assurance</source>
      <translation>Assurance</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>At</source>
      <translation>Bei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>At any time</source>
      <translation>Zu jeder Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>At month {month:g} only {at_risk} of {n} patients are still at risk.</source>
      <translation>In Monat {month:g} sind nur {at_risk} von {n} Patienten noch unter Risiko.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>At risk</source>
      <translation>Unter Risiko</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/liver_ratio.py" />
      <source>At their highest ALT after baseline {n} of {total} patients have a raised enzyme: {counts}.</source>
      <translation>Bei ihrer höchsten ALT nach dem Ausgangswert haben {n} von {total} Patienten ein erhöhtes Enzym: {counts}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>At these thresholds</source>
      <translation>Bei diesen Schwellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/schedule.py" />
      <source>At visit {avisit} patient {patient} has no value of {labels}, which nearly all others have; it is missing in the analyses.</source>
      <translation>Bei Visite {avisit} hat Patient {patient} keinen Wert von {labels}, den fast alle anderen haben; er fehlt in den Analysen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>At {passed} {unit} patients only passed through: there the curve is the model's, not the data's.</source>
      <translation>Bei {passed} {unit} kamen Patienten nur vorbei: Dort ist die Kurve die des Modells, nicht die der Daten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/model_choice.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Average daily dose</source>
      <translation>Mittlere Tagesdosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Average dose on dosing days</source>
      <translation>Mittlere Dosis an Dosistagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/measure_words.py" />
      <source>Average dose on the days it was given</source>
      <translation>Mittlere Dosis an den Tagen der Gabe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Ba&amp;nds</source>
      <translation>B&amp;änder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/line_row.py" />
      <source>Back to default: {text}</source>
      <translation>Zurück zur Vorgabe: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Back to the pa&amp;ge before</source>
      <translation>Zurück zur vorigen &amp;Seite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/line_row.py" />
      <source>Back to: {value_words}</source>
      <translation>Zurück zu: {value_words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Band</source>
      <translation>Band</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Bands</source>
      <translation>Bänder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Baseline</source>
      <translation>Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Baseline characteristics</source>
      <translation>Ausgangsmerkmale</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Baseline flag</source>
      <translation>Baseline-Kennzeichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Baseline value</source>
      <translation>Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Before a talk: View ▸ Hide identities (Ctrl+Shift+H).</source>
      <translation>Vor einem Vortrag: Ansicht ▸ Identitäten verbergen (Strg+Umschalt+H).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>Below normal</source>
      <translation>Unter der Norm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/benefit.py" />
      <source>Benefit</source>
      <translation>Nutzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Benefit against the doses of the last</source>
      <translation>Nutzen gegen die Dosen der letzten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Benefit against tolerability</source>
      <translation>Nutzen gegen Verträglichkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Benefit and risk</source>
      <translation>Nutzen und Risiko</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Benefit per dose of, in the unit of the log</source>
      <translation>Nutzen je Dosis von, in der Einheit des Protokolls</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Beside</source>
      <translation>Daneben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Best value</source>
      <translation>Bester Wert</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Better</source>
      <translation>Besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/categories.py" />
      <source>Better, stable, worse</source>
      <translation>Besser, stabil, schlechter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Between the highest and the lowest dose, for the better</source>
      <translation>Zwischen der höchsten und der niedrigsten Dosis, zum Besseren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Bilirubin, day</source>
      <translation>Bilirubin, Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Bilirubin, × ULN</source>
      <translation>Bilirubin, × ULN</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_view.py" />
      <source>Body map</source>
      <translation>Körperschema</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_view.py" />
      <source>Body map of the skin score</source>
      <translation>Körperschema des Hautscores</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Bootstrap</source>
      <translation>Bootstrap</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>British</source>
      <translation>Britisch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>By</source>
      <translation>Nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>By arm</source>
      <translation>Nach Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/actions.py" />
      <source>By the dose log the drug was {happened} on {day}, but no adverse event of that time has this action; both are shown as recorded.</source>
      <translation>Nach dem Dosisprotokoll wurde das Medikament am {day} {happened}, aber kein unerwünschtes Ereignis dieser Zeit hat diese Maßnahme; beides wird gezeigt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>By the rows</source>
      <translation>Nach den Zeilen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>By unit and values</source>
      <translation>Nach Einheit und Werten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>By visit</source>
      <translation>Nach Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>C&amp;hanged since the last export</source>
      <translation>Seit dem letzten Export &amp;geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>C&amp;ode</source>
      <translation>C&amp;ode</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>C&amp;ohort</source>
      <translation>K&amp;ohorte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>C&amp;ohort page</source>
      <translation>Seite &amp;Kohorte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>COMPLETED, DISCONTINUED, ONGOING, SCREEN FAILURE; '' for milestones</source>
      <translation>COMPLETED, DISCONTINUED, ONGOING, SCREEN FAILURE; '' bei Meilensteinen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>COMPLETED, or the reason: ADVERSE EVENT, LOST TO FOLLOW-UP …</source>
      <translation>COMPLETED oder der Grund: ADVERSE EVENT, LOST TO FOLLOW-UP …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>CONSORT checklists</source>
      <translation>CONSORT-Checklisten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>CRISS wants 0 to 10; values on 0 to 100 are divided by 10.</source>
      <translation>CRISS verlangt 0 bis 10; Werte von 0 bis 100 werden durch 10 geteilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>CTCAE 3.0</source>
      <translation>CTCAE 3.0</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>CTCAE 4.03</source>
      <translation>CTCAE 4.03</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>CTCAE 5.0</source>
      <translation>CTCAE 5.0</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>CTCAE grade</source>
      <translation>CTCAE-Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>CTCAE grade 1-5</source>
      <translation>CTCAE-Grad 1-5</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>CTCAE grade 1-5 at the start of the event</source>
      <translation>CTCAE-Grad 1-5 bei Beginn des Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>CTCAE grade at the start</source>
      <translation>CTCAE-Grad zu Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/clinical/ctcae_criteria.py" />
      <source>CTCAE version {number}</source>
      <translation>CTCAE Version {number}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Calendar dates</source>
      <translation>Kalenderdaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Calibri</source>
      <translation>Calibri</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/waiting.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>Cancel computing what it moves</source>
      <translation>Die Berechnung, was sich dadurch ändert, abbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/profiles.py" />
      <source>Cancelled: no file was written.</source>
      <translation>Abgebrochen: Keine Datei wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>Cancelled: {files} written.</source>
      <translation>Abgebrochen: {files} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>Cancelled; the change is made.</source>
      <translation>Abgebrochen; die Änderung gilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Category as written: study drug, background</source>
      <translation>Kategorie wie angegeben: Prüfmedikation, Basistherapie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Cell</source>
      <translation>Zelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Cell in the file</source>
      <translation>Zelle der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Cells</source>
      <translation>Zellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Cells with an Excel error or a formula that was never calculated: {n} (the first is {first}); the sheet is not read.</source>
      <translation>Zellen mit einem Excel-Fehler oder einer nie berechneten Formel: {n} (die erste ist {first}); das Blatt wird nicht gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Chance of the width wanted</source>
      <translation>Chance auf die gewünschte Breite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Change</source>
      <translation>Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change ({1} %)</source>
      <translation>Veränderung ({1} %)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>Change a line, and the headline numbers it moves are listed here, before → after.</source>
      <translation>Ändern Sie eine Zeile, und die Hauptzahlen, die sich dadurch ändern, werden hier aufgelistet, vorher → nachher.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Change at the end</source>
      <translation>Veränderung am Ende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change at the last visit, in standard deviations of the baseline ({1} % CI)</source>
      <translation>Veränderung bei der letzten Visite, in Standardabweichungen des Ausgangswerts ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/model_choice.py" />
      <source>Change from baseline</source>
      <translation>Veränderung gegenüber Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change from baseline in {what}</source>
      <translation>Veränderung zum Ausgangswert, {what}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change from baseline in {what} (higher is better)</source>
      <translation>Veränderung zum Ausgangswert, {what} (mehr ist besser)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change from baseline in {what} (lower is better)</source>
      <translation>Veränderung zum Ausgangswert, {what} (weniger ist besser)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>Change in SD</source>
      <translation>Veränderung in SD</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change in {1} months ({what}, higher is better)</source>
      <translation>Veränderung in {1} Monaten ({what}, mehr ist besser)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change in {1} months, {what} ({2} %)</source>
      <translation>Veränderung in {1} Monaten, {what} ({2} %)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Change in {end} ({better})</source>
      <translation>Veränderung in {end} ({better})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Change in {what}</source>
      <translation>Veränderung von {what}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change in {what} (n = {1})</source>
      <translation>Veränderung von {what} (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change in {what}, % predicted</source>
      <translation>Veränderung von {what}, % des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Change in {what}, {unit}</source>
      <translation>Veränderung von {what}, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Change of at least</source>
      <translation>Veränderung von mindestens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Change per patient</source>
      <translation>Veränderung je Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>Change: treated patients with a baseline and a later value of the endpoint.</source>
      <translation>Veränderung: behandelte Patienten mit Ausgangswert und einem späteren Wert des Endpunkts.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/line_row.py" />
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Changed results</source>
      <translation>Geänderte Ergebnisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Changed results ({rowcount})</source>
      <translation>Geänderte Ergebnisse ({rowcount})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Changed since</source>
      <translation>Seither geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Changed since reviewed</source>
      <translation>Seit der Durchsicht geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Changes ({n_changes})</source>
      <translation>Änderungen ({n_changes})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Changes at</source>
      <translation>Veränderungen bei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Changes of dose</source>
      <translation>Dosisänderungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Changes to draw as lines and to count patients beyond</source>
      <translation>Veränderungen, die als Linien gezeichnet und jenseits derer Patienten gezählt werden</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Characteristic</source>
      <translation>Merkmal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Check of FVC % &amp;predicted…</source>
      <translation>Prüfung der FVC &amp;in % des Sollwerts…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source>Check of FVC % predicted</source>
      <translation>Prüfung der FVC in % des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Checking the trial</source>
      <translation>Die Studie wird geprüft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Checklist: CONSORT Harms 2022</source>
      <translation>Checkliste: CONSORT Harms 2022</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Checklist: CONSORT for pilot trials</source>
      <translation>Checkliste: CONSORT für Pilotstudien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>Checks of your own</source>
      <translation>Eigene Prüfungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Choose &amp;measurements and lanes…</source>
      <translation>&amp;Messwerte und Spuren auswählen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/preview/problems.py" />
      <source>Choose a column for {what}.</source>
      <translation>Wählen Sie eine Spalte für {what}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Choose a folder</source>
      <translation>Einen Ordner wählen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Choose doses and duration, then Plan: power and widths come from the models of this trial.</source>
      <translation>Wählen Sie Dosen und Dauer, dann Planen: Power und Breiten kommen aus den Modellen dieser Studie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Choose folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_panels.py" />
      <source>Choose measurements and lanes</source>
      <translation>Messwerte und Spuren auswählen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Cle&amp;ar the filter</source>
      <translation>&amp;Filter leeren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Clear filters</source>
      <translation>Filter leeren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Click</source>
      <translation>Klick</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/disposition.py" />
      <source>Click a number of patients to list them</source>
      <translation>Ein Klick auf eine Zahl von Patienten listet sie auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/chart_table_page.py" />
      <source>Click a number to list its patients</source>
      <translation>Eine Zahl anklicken, um ihre Patienten aufzulisten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>Click a number to list the patients and records behind it</source>
      <translation>Ein Klick auf eine Zahl listet die Patienten und Einträge dahinter auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Click a number to list the patients and values behind it</source>
      <translation>Ein Klick auf eine Zahl listet die Patienten und Werte dahinter auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Click a number to list the patients behind it</source>
      <translation>Ein Klick auf eine Zahl listet die Patienten dahinter auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/changes.py" />
      <source>Click a row to list its patients</source>
      <translation>Ein Klick auf eine Zeile listet ihre Patienten auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Click a row to list its values</source>
      <translation>Ein Klick auf eine Zeile listet ihre Werte auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Click a row to list the patients who met the rule</source>
      <translation>Ein Klick auf eine Zeile listet die Patienten auf, die die Regel erfüllten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Click a row to list the patient’s liver values</source>
      <translation>Ein Klick auf eine Zeile listet die Leberwerte des Patienten auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Click a row to list who had the event</source>
      <translation>Ein Klick auf eine Zeile listet auf, wer das Ereignis hatte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_view.py" />
      <source>Click a site to see its course.</source>
      <translation>Ein Klick auf eine Stelle zeigt ihren Verlauf.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/drill.py" />
      <source>Close the list of records</source>
      <translation>Die Liste der Einträge schließen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/dock_title.py" />
      <source>Close {windowtitle}</source>
      <translation>{windowtitle} schließen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Code of the measurement</source>
      <translation>Code des Messwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Cohort</source>
      <translation>Kohorte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Cohort model and own &amp;fitted line</source>
      <translation>Kohortenmodell und eigene &amp;Gerade</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Colours that look alike</source>
      <translation>Farben, die sich gleichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Colours {words} look alike to people who do not tell red from green.</source>
      <translation>Die Farben {words} sehen für Menschen, die Rot und Grün nicht unterscheiden, gleich aus.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Column of the efficacy flag</source>
      <translation>Spalte des Kennzeichens für Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Column of the safety flag</source>
      <translation>Spalte des Kennzeichens für Sicherheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/listing_view.py" />
      <source>Column {column}</source>
      <translation>Spalte {column}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Column “{heading}” may identify a person and was not read.</source>
      <translation>Spalte „{heading}“ kann eine Person identifizieren und wurde nicht gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_codes.py" />
      <source>Column “{written}” identifies persons and is the only one that names the patient: what it holds was replaced by P001, P002 and so on, and is shown nowhere.</source>
      <translation>Spalte „{written}“ identifiziert Personen und ist die einzige, die den Patienten nennt: Ihr Inhalt wurde durch P001, P002 usw. ersetzt und wird nirgends gezeigt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>Column “{written}” names a patient only on the first row of a block: {n} rows below were taken for the same patient.</source>
      <translation>Spalte „{written}“ nennt einen Patienten nur in der ersten Zeile eines Blocks: {n} Zeilen darunter wurden demselben Patienten zugerechnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_times.py" />
      <source>Column “{written}” says when, but not in what: its numbers were read as {unit}s.</source>
      <translation>Spalte „{written}“ sagt wann, aber nicht in welcher Einheit: Ihre Zahlen wurden gelesen als „{unit}s“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>Columns by</source>
      <translation>Spalten nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Columns not read</source>
      <translation>Nicht gelesene Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Columns of all tables as at &amp;first</source>
      <translation>Spalten aller Tabellen wie zu &amp;Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>Columns of measured values. Any column of numbers can be made a measurement, also one the program knows nothing about.</source>
      <translation>Spalten mit Messwerten. Jede Zahlenspalte kann ein Messwert werden, auch eine, die das Programm nicht kennt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Columns of the selected sheet</source>
      <translation>Spalten des gewählten Blattes</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Columns of {name}: {read} read{also}, {left_out} not read</source>
      <translation>Spalten von {name}: {read} gelesen{also}, {left_out} nicht gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/edc.py" />
      <source>Columns that hold the codes of the column beside them were not read: {names}.</source>
      <translation>Spalten mit den Codes der Spalte daneben wurden nicht gelesen: {names}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Comment (C)</source>
      <translation>Kommentar (C)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_about_record.py" />
      <source>Comment on this record</source>
      <translation>Diesen Eintrag kommentieren</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Comments</source>
      <translation>Kommentare</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>Commonest first</source>
      <translation>Häufigste zuerst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Compare with an earlier e&amp;xport…</source>
      <translation>Mit &amp;früherem Export vergleichen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/comparing.py" />
      <source>Compare with an earlier export</source>
      <translation>Mit einem früheren Export vergleichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Compare with an earlier export…</source>
      <translation>Mit einem früheren Export vergleichen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Compared with</source>
      <translation>Verglichen mit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_pane.py" />
      <source>Compare…</source>
      <translation>Vergleichen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/comparing.py" />
      <source>Comparing the results</source>
      <translation>Die Ergebnisse werden verglichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/comparing.py" />
      <source>Comparing with {name} …</source>
      <translation>Vergleich mit {name} …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Completed</source>
      <translation>Abgeschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Completed (n = {1})</source>
      <translation>Abgeschlossen (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Completed and stopped</source>
      <translation>Beendet und abgebrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Completers, Wilcoxon</source>
      <translation>Nur abgeschlossene, Wilcoxon</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Completers, paired t</source>
      <translation>Nur abgeschlossene, gepaarter t-Test</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Composites</source>
      <translation>Zusammengesetzte Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Computed by Crapo</source>
      <translation>Berechnet nach Crapo</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Computed by ECSC 1993</source>
      <translation>Berechnet nach ECSC 1993</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Computed by GLI Global 2022</source>
      <translation>Berechnet nach GLI Global 2022</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Computed by GLI-2012</source>
      <translation>Berechnet nach GLI-2012</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Computed by NHANES III</source>
      <translation>Berechnet nach NHANES III</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Computed measurements</source>
      <translation>Berechnete Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>Computing the reference cases again …</source>
      <translation>Die Referenzfälle werden neu berechnet …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>Computing what this moves …</source>
      <translation>Es wird berechnet, was sich dadurch ändert …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/view.py" />
      <source>Computing “{title}” …</source>
      <translation>„{title}“ wird berechnet …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Condition</source>
      <translation>Vorerkrankung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Confidence level of comparisons</source>
      <translation>Konfidenzniveau der Vergleiche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Confidence level of models</source>
      <translation>Konfidenzniveau der Modelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Confidence level of percentages</source>
      <translation>Konfidenzniveau der Prozentwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Confidence level of the dose question</source>
      <translation>Konfidenzniveau der Dosisfrage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Consent</source>
      <translation>Einwilligung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Contents of the manual</source>
      <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>Contradiction</source>
      <translation>Widerspruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>Contradictions</source>
      <translation>Widersprüche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Copy as &amp;drawing</source>
      <translation>Als &amp;Zeichnung kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/mark_menu.py" />
      <source>Copy cell and value</source>
      <translation>Zelle und Wert kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Copy cell reference</source>
      <translation>Zellbezug kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Copy figure as &amp;drawing</source>
      <translation>Abbildung als &amp;Zeichnung kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Copy table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Copy the body map</source>
      <translation>Das Körperschema kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/mark_menu.py" />
      <source>Copy the cell, {srcref}</source>
      <translation>Die Zelle kopieren, {srcref}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Copy the changes shown, to paste into a spreadsheet</source>
      <translation>Die gezeigten Änderungen kopieren, zum Einfügen in eine Tabellenkalkulation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Copy the issues shown, to paste into a spreadsheet</source>
      <translation>Die gezeigten Befunde kopieren, zum Einfügen in eine Tabellenkalkulation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Copy the paragraph</source>
      <translation>Den Absatz kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/drill.py" />
      <source>Copy the records</source>
      <translation>Die Einträge kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/listing_view.py" />
      <source>Copy the selected rows with headings</source>
      <translation>Die gewählten Zeilen mit Überschriften kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/listing_view.py" />
      <source>Copy the whole table with headings</source>
      <translation>Die ganze Tabelle mit Überschriften kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/mark_menu.py" />
      <source>Copy these words</source>
      <translation>Diese Worte kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/listing_view.py" />
      <source>Copy this cell</source>
      <translation>Diese Zelle kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>Copy {name}</source>
      <translation>{name} kopieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>Count</source>
      <translation>Zählen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>Count several terms as one event</source>
      <translation>Mehrere Begriffe als ein Ereignis zählen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Counted</source>
      <translation>Gezählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Counted for efficacy</source>
      <translation>Für die Wirksamkeit gezählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Counted for safety</source>
      <translation>Für die Sicherheit gezählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>Counting…</source>
      <translation>Zählweise…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient_head.py" />
      <source>Course</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Course from its first value, one scale for all patients</source>
      <translation>Verlauf vom ersten Wert an, eine Skala für alle Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_view.py" />
      <source>Course of the site</source>
      <translation>Verlauf der Stelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Courses</source>
      <translation>Verläufe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/model_choice.py" />
      <source>Covariance</source>
      <translation>Kovarianz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Covariance between visits</source>
      <translation>Kovarianz zwischen Visiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/settings.py" />
      <source>Crapo</source>
      <translation>Crapo</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Ctrl+Shift+H shows them again</source>
      <translation>Strg+Umschalt+H zeigt sie wieder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Ctrl+click in the list</source>
      <translation>Strg+Klick in der Liste</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Ctrl+wheel</source>
      <translation>Strg+Mausrad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Cumulative dose</source>
      <translation>Kumulative Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Curve</source>
      <translation>Kurve</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>D&amp;ata</source>
      <translation>Da&amp;ten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>D&amp;ata page</source>
      <translation>Seite Da&amp;ten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>DERIVED when computed from collected values</source>
      <translation>DERIVED, wenn aus erhobenen Werten berechnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>DLCO is corrected for haemoglobin by this program (DLCOHBPP).</source>
      <translation>DLCO ist von diesem Programm für Hämoglobin korrigiert (DLCOHBPP).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>DLCO is taken as recorded; whether it is corrected for haemoglobin is not known.</source>
      <translation>DLCO wird genommen wie erfasst; ob sie für Hämoglobin korrigiert ist, ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Date it was measured</source>
      <translation>Datum der Messung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Date of answer</source>
      <translation>Datum der Antwort</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Date of birth</source>
      <translation>Geburtsdatum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Date of birth, ISO 8601 as far as known</source>
      <translation>Geburtsdatum, ISO 8601, soweit bekannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>Dates are written in two ways: {n_texts} as text, all with a day above 12 (“{text}”), and {n_dates} as true dates, none with a day above 12: day and month of these were probably swapped when a spreadsheet opened the file, so that {iso} would be {year}-{month}-{day}. They are read as they stand; import the file again with the order of its dates, or correct them.</source>
      <translation>Daten sind auf zwei Weisen geschrieben: {n_texts} als Text, alle mit einem Tag über 12 („{text}“), und {n_dates} als echte Daten, keines mit einem Tag über 12: Tag und Monat von diesen wurden wahrscheinlich vertauscht, als eine Tabellenkalkulation die Datei öffnete, sodass {iso} {year}-{month}-{day} wäre. Sie werden gelesen, wie sie dastehen; importieren Sie die Datei neu mit der Reihenfolge ihrer Daten, oder berichtigen Sie sie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>Dates such as 03/04/2007</source>
      <translation>Daten wie 03/04/2007</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>Dates such as 03/04/2007 in column {heading} could be day/month or month/day; they were read as {order}/year{as_said}.</source>
      <translation>Daten wie 03/04/2007 in Spalte {heading} können Tag/Monat oder Monat/Tag sein; gelesen wurden sie als {order}/Jahr{as_said}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Day 1</source>
      <translation>Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Day 1 = {day} ({what})</source>
      <translation>Tag 1 = {day} ({what})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Day 1 = {what}, without a date</source>
      <translation>Tag 1 = {what}, ohne Datum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>Day 1 of patient {usubjid} is the first dose, whose date is not complete: {day} to {day2}. Day 1 is taken to be the first of these, so every study day may be too late by up to {n} days.</source>
      <translation>Tag 1 von Patient {usubjid} ist die erste Dosis, deren Datum nicht vollständig ist: {day} bis {day2}. Als Tag 1 gilt der erste davon, sodass jeder Studientag um bis zu {n} Tage zu spät sein kann.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Day 1 of this patient</source>
      <translation>Tag 1 dieses Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Day 1, and the time to events, begin</source>
      <translation>Tag 1 und die Zeit bis zu Ereignissen beginnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Day first</source>
      <translation>Tag zuerst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Day first or month first?</source>
      <translation>Tag oder Monat zuerst?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>Day first: 3 Apr 2007</source>
      <translation>Tag zuerst: 3. April 2007</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Day {day:.0f}: {what}, {doses}</source>
      <translation>Tag {day:.0f}: {what}, {doses}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Days after</source>
      <translation>Tage danach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Days before and after a visit that are its window (Week 4: 3, Month 6: -14 +28)</source>
      <translation>Tage vor und nach einer Visite, die ihr Fenster sind (Week 4: 3, Month 6: -14 +28)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Days between</source>
      <translation>Tage dazwischen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Days between two dose records</source>
      <translation>Tage zwischen zwei Dosiseinträgen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Days first to last</source>
      <translation>Tage von der ersten bis zur letzten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Days not recorded</source>
      <translation>Tage ohne Angabe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Days on drug</source>
      <translation>Tage unter Medikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Days paused</source>
      <translation>Tage pausiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Days since change</source>
      <translation>Tage seit der Änderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Days since first dose</source>
      <translation>Tage seit der ersten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Days to the event, or to the end of observation</source>
      <translation>Tage bis zum Ereignis oder bis zum Ende der Beobachtung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>De- and rechallenge: an event ends, or comes again, within</source>
      <translation>De- und Rechallenge: ein Ereignis endet oder kommt wieder innerhalb von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Death</source>
      <translation>Tod</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Death (n = {1})</source>
      <translation>Tod (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Decimals</source>
      <translation>Dezimalstellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Decimals or thousands?</source>
      <translation>Dezimalstellen oder Tausender?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/line_row.py" />
      <source>Default</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/line_row.py" />
      <source>Default: {value_words}</source>
      <translation>Vorgabe: {value_words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Degrees of freedom</source>
      <translation>Freiheitsgrade</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Delete group</source>
      <translation>Gruppe löschen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Detail&amp;s</source>
      <translation>Detai&amp;ls</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/language.py" />
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Diagnostics</source>
      <translation>Diagnostik</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Died</source>
      <translation>Gestorben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Died, with or without a date of death: Y, N or as written</source>
      <translation>Verstorben, mit oder ohne Todesdatum: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>Difference</source>
      <translation>Differenz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Difference from {who} in mean change in {what} at Month {1} ({2} % CI)</source>
      <translation>Differenz zu {who} in der mittleren Veränderung, {what}, Monat {1} ({2}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Difference from {who} in mean change in {what} at Week {1} ({2} % CI)</source>
      <translation>Differenz zu {who} in der mittleren Veränderung, {what}, Woche {1} ({2}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Difference in standard deviations of the baseline</source>
      <translation>Differenz in Standardabweichungen des Ausgangswerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Difference in the change of {what}, {who} less {whom}</source>
      <translation>Differenz der Veränderung von {what}, {who} minus {whom}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Difference to find</source>
      <translation>Gesuchte Differenz</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Difference, points</source>
      <translation>Differenz, Punkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Difference: {arm} less {reference}.</source>
      <translation>Differenz: {arm} minus {reference}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Differences are each arm less {reference}.</source>
      <translation>Differenzen sind jeder Arm minus {reference}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>Differences are each arm less {reference}; intervals: {method}, {level:g} %.</source>
      <translation>Differenzen sind jeder Arm minus {reference}; Intervalle: {method}, {level:g} %.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Different texts with control characters, which no text has: {n}; the characters were left out, the texts are read.</source>
      <translation>Verschiedene Texte mit Steuerzeichen, die kein Text hat: {n}; die Zeichen wurden weggelassen, die Texte werden gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Diffuse cutaneous</source>
      <translation>Diffus kutan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>Direction</source>
      <translation>Richtung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Disease duration</source>
      <translation>Krankheitsdauer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Disease duration at entry, years</source>
      <translation>Krankheitsdauer bei Einschluss, Jahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Disease duration, years</source>
      <translation>Krankheitsdauer, Jahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/disposition.py" />
      <source>Disposition</source>
      <translation>Verbleib der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/number_marks.py" />
      <source>Does the {what} of “{texts}” in column “{heading}” stand before decimals or thousands?</source>
      <translation>Steht das Zeichen ({what}) von „{texts}“ in Spalte „{heading}“ vor Dezimalen oder Tausendern?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Done, missed or as written</source>
      <translation>Durchgeführt, versäumt oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Dose</source>
      <translation>Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>Dose and outcome</source>
      <translation>Dosis und Ergebnis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Dose as written</source>
      <translation>Dosis wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Dose changes ({n})</source>
      <translation>Dosisänderungen ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/levels.py" />
      <source>Dose in force</source>
      <translation>Gültige Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Dose in force, {unit} a day</source>
      <translation>Geltende Dosis, {unit} pro Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Dose intensity, %</source>
      <translation>Dosisintensität, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Dose per day</source>
      <translation>Dosis pro Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Dose per day, in the unit</source>
      <translation>Dosis pro Tag, in der Einheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Dose per intake or per day as written</source>
      <translation>Dosis je Einnahme oder pro Tag, wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient.py" />
      <source>Dose, adverse events and measurements of the patient over time</source>
      <translation>Dosis, unerwünschte Ereignisse und Messwerte des Patienten im Zeitverlauf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Dose, mg a day</source>
      <translation>Dosis, mg am Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Dose, {what}/day</source>
      <translation>Dosis, {what}/Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Dose-limiting events</source>
      <translation>Dosislimitierende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>Dose-limiting events a year at each dose (not an answer)</source>
      <translation>Dosislimitierende Ereignisse pro Jahr bei jeder Dosis (keine Antwort)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>Dose-limiting events come from reasons for changes and stops; no event has an action.</source>
      <translation>Dosislimitierende Ereignisse kommen aus den Gründen von Änderungen und Abbrüchen; kein Ereignis hat eine Maßnahme.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Doses</source>
      <translation>Dosen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Doses a day of parallel arms, 0 for placebo: 200, 400, 600</source>
      <translation>Dosen pro Tag in parallelen Armen, 0 für Placebo: 200, 400, 600</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Doses and events</source>
      <translation>Dosen und Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>Doses are in {unit}: what is said holds for doses by body size, not in mg.</source>
      <translation>Dosen sind in {unit}: Was gesagt wird, gilt für Dosen nach Körpermaß, nicht in mg.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>Doses are not recorded in this file.</source>
      <translation>Dosen sind in dieser Datei nicht erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>Doses followed the response: those who did badly were raised. The share on the regimen as given holds for such patients only, and neither model of benefit can part dose from response.</source>
      <translation>Dosen folgten der Wirkung: Wem es schlecht ging, dem wurde erhöht. Der Anteil unter dem Schema, wie es war, gilt nur für solche Patienten, und kein Modell des Nutzens kann Dosis und Wirkung trennen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/doses.py" />
      <source>Doses of 0 of {patients} of a placebo arm ({records}) are read as placebo taken, not as days without drug.</source>
      <translation>Dosen von 0 in einem Placeboarm ({patients}, {records}) gelten als genommenes Placebo, nicht als Tage ohne Medikament.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Doses of study drug</source>
      <translation>Dosen der Studienmedikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Doses of the arms</source>
      <translation>Dosen der Arme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Doses of the arms for the trend (Placebo: 0; Low dose: 54; High dose: 81)</source>
      <translation>Dosen der Arme für den Trend (Placebo: 0; Low dose: 54; High dose: 81)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/trial_tables.py" />
      <source>Doses of {arm}: {whose}.</source>
      <translation>Dosen von {arm}: {whose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/doses.py" />
      <source>Doses of {of_drug} in {unit} ({n}) were converted to {wanted}, the unit of most records.</source>
      <translation>Dosen von {of_drug} in {unit} ({n}) wurden in {wanted} umgerechnet, die Einheit der meisten Einträge.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/doses.py" />
      <source>Doses of {of_drug} in “{unit}” ({n}) are not converted to {wanted}, the unit of the other records; they are listed, and counted in no dose.</source>
      <translation>Dosen von {of_drug} in „{unit}“ ({n}) werden nicht in {wanted} umgerechnet, die Einheit der anderen Einträge; sie sind aufgeführt und zählen in keiner Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/doses.py" />
      <source>Doses of {of_drug} without a unit ({n}) are taken to be in {wanted}, the unit of the other records; write the unit if that is wrong.</source>
      <translation>Dosen von {of_drug} ohne Einheit ({n}) gelten als {wanted}, die Einheit der anderen Einträge; schreiben Sie die Einheit, wenn das falsch ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>Doses were not randomised; a parallel-dose trial would be needed (ICH E4).</source>
      <translation>Die Dosen waren nicht randomisiert; nötig wäre eine Studie mit parallelen Dosen (ICH E4).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Doses were raised</source>
      <translation>Dosen wurden erhöht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/open_doses.py" />
      <source>Doses without an end of {patients} are taken to have ended on the recorded day of the last dose, else when the patient completed or left the trial or died.</source>
      <translation>Dosen ohne Ende ({patients}) gelten als beendet am erfassten Tag der letzten Dosis, sonst als der Patient abschloss, ausschied oder starb.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Doses, adverse events and outcomes</source>
      <translation>Dosen, unerwünschte Ereignisse und Ausgänge</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/dose_words.py" />
      <source>Dosing frequency “{text}” is not known; the daily dose cannot be worked out and the record is counted in no dose.</source>
      <translation>Dosierungshäufigkeit „{text}“ ist nicht bekannt; die Tagesdosis lässt sich nicht berechnen, und der Eintrag zählt in keiner Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Double click</source>
      <translation>Doppelklick</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>Double column, 174 mm</source>
      <translation>Zwei Spalten, 174 mm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Double-click a change to open its patient</source>
      <translation>Ein Doppelklick auf eine Änderung öffnet ihren Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Double-click a column to say what it is</source>
      <translation>Doppelklick auf eine Spalte, um zu sagen, was sie ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Double-click a line to open its patient and record</source>
      <translation>Ein Doppelklick auf eine Zeile öffnet ihren Patienten und Eintrag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Double-click a query to open its patient; the right button sets its status</source>
      <translation>Ein Doppelklick auf eine Rückfrage öffnet ihren Patienten; die rechte Maustaste setzt ihren Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/chart_table_page.py" />
      <source>Double-click a row to open its patient</source>
      <translation>Ein Doppelklick auf eine Zeile öffnet ihren Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Double-click an issue to open its patient, a line of many to see each</source>
      <translation>Ein Doppelklick auf einen Befund öffnet seinen Patienten, auf eine Zeile mit vielen zeigt jeden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Drag</source>
      <translation>Ziehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Drag a name, or move it with Alt+Up and Alt+Down</source>
      <translation>Ziehen Sie einen Namen oder bewegen Sie ihn mit Alt+Auf und Alt+Ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Drag the dashed lines; which trial would tell is the next view</source>
      <translation>Ziehen Sie die gestrichelten Linien; welche Studie es zeigen würde, sagt die nächste Ansicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_preview.py" />
      <source>Drag the picture into another program or a folder</source>
      <translation>Ziehen Sie das Bild in ein anderes Programm oder einen Ordner</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Draw {text} adverse events only</source>
      <translation>Nur diese unerwünschten Ereignisse zeichnen: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>Drawn: the {most} largest differences of {left_out}; the table has all.</source>
      <translation>Gezeichnet: die {most} größten Differenzen von {left_out}; die Tabelle hat alle.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Drug</source>
      <translation>Medikament</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Duration</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>ECSC 1993</source>
      <translation>ECSC 1993</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source>Each FVC % predicted is compared with the litres by the NHANES III equation for sex, age and height. The equations of laboratories differ by several points; differences beyond this are listed as issues. No value is changed.</source>
      <translation>Jede FVC in % des Sollwerts wird mit den Litern nach der NHANES-III-Gleichung für Geschlecht, Alter und Größe verglichen. Die Gleichungen der Labore weichen um mehrere Punkte voneinander ab; größere Differenzen als diese werden als Befunde aufgelistet. Kein Wert wird geändert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>Each finding becomes a query of the log, with room for the site's answer. Include:</source>
      <translation>Jeder Befund wird eine Rückfrage im Protokoll, mit Platz für die Antwort des Zentrums. Dazu gehören:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Each lane: the dose as steps, the events chosen on their first day, how and when it ended.</source>
      <translation>Jede Spur: die Dosis als Stufen, die gewählten Ereignisse an ihrem ersten Tag, wie und wann es endete.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Each patient</source>
      <translation>Jeder Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>Each patient and visit</source>
      <translation>Jeder Patient und jede Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>Each patient at the highest ALT</source>
      <translation>Jeder Patient bei der höchsten ALT</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Each patient changes along a straight line; missing values lie on the patient's line.</source>
      <translation>Jeder Patient ändert sich auf einer Geraden; fehlende Werte liegen auf seiner Geraden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Each picture is one patient’s values over everybody’s, all on the same axes.</source>
      <translation>Jedes Bild zeigt die Werte eines Patienten über denen aller, alle auf denselben Achsen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/competing_risks.py" />
      <source>Each reason removes the patient from the risk of all others; the incidences of all reasons and the share without any add up to one.</source>
      <translation>Jeder Grund nimmt den Patienten aus dem Risiko aller anderen; die Inzidenzen aller Gründe und der Anteil ohne jeden ergeben zusammen eins.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Each row is a patient</source>
      <translation>Jede Zeile ist ein Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>Each slope</source>
      <translation>Jede Steigung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Each word above the picture is a view of its own; a click in a picture opens the patient.</source>
      <translation>Jedes Wort über dem Bild ist eine eigene Ansicht; ein Klick ins Bild öffnet den Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>Earlier numbers and this trial lie further apart than their errors tell; joined they fit neither.</source>
      <translation>Frühere Zahlen und diese Studie liegen weiter auseinander, als ihre Fehler es sagen; zusammengefasst passen sie zu keiner von beiden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>Earlier patients were not randomised with these: a difference may be of the patients, not of the drug.</source>
      <translation>Frühere Patienten wurden nicht mit diesen randomisiert: Ein Unterschied kann an den Patienten liegen, nicht am Medikament.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>Earlier trials…</source>
      <translation>Frühere Studien…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Earliest event on top</source>
      <translation>Frühestes Ereignis oben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Early-termination and unscheduled values</source>
      <translation>Werte bei vorzeitigem Ende und außer der Reihe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Edit ▸ Preferences brings them back</source>
      <translation>Bearbeiten ▸ Einstellungen holt sie zurück</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Efficacy</source>
      <translation>Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Efficacy population</source>
      <translation>Wirksamkeitspopulation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>Efficacy ▸ Responders ▸ Your own rules…</source>
      <translation>Wirksamkeit ▸ Responder ▸ Ihre eigenen Regeln…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Efficacy, demographics and disposition</source>
      <translation>Wirksamkeit, Demografie und Verbleib</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Empty cells repeat the cell &amp;above</source>
      <translation>Leere Zellen &amp;wiederholen die Zelle darüber</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>End</source>
      <translation>Ende</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>End date</source>
      <translation>Enddatum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>End not recorded</source>
      <translation>Ende nicht erfasst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>End not recorded (n = {1})</source>
      <translation>Ende nicht erfasst (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>End of study</source>
      <translation>Studienende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>End the comparison</source>
      <translation>Den Vergleich beenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>End, study day</source>
      <translation>Ende, Studientag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>End, study day of the last possible day</source>
      <translation>Ende, Studientag des letzten möglichen Tages</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Ended</source>
      <translation>Ende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Ended at, {unit}</source>
      <translation>Ende nach, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Endpoint</source>
      <translation>Endpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Endpoints</source>
      <translation>Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Endpoints of the arms, with P values as the plan adjusts them</source>
      <translation>Endpunkte der Arme, mit P-Werten, wie der Plan sie adjustiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/language.py" />
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Enrolled</source>
      <translation>Aufgenommen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Enrolled (n = {1})</source>
      <translation>Aufgenommen (n = {1})</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>Errors: what could not be used</source>
      <translation>Fehler: was nicht verwendet werden konnte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Estimate</source>
      <translation>Schätzwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Estimate ({1} % CI)</source>
      <translation>Schätzung ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>Estimate ({interval})</source>
      <translation>Schätzung ({interval})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Ethnicity</source>
      <translation>Ethnie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Ethnicity, n (%)</source>
      <translation>Ethnische Zugehörigkeit, n (%)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Event</source>
      <translation>Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Event as reported</source>
      <translation>Ereignis, wie berichtet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Event number</source>
      <translation>Nummer des Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Events &amp;by</source>
      <translation>E&amp;reignisse nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Events a year at the dose ({1} %)</source>
      <translation>Ereignisse im Jahr bei der Dosis ({1} %)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Events and dose</source>
      <translation>Ereignisse und Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Events by</source>
      <translation>Ereignisse nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Events by class</source>
      <translation>Ereignisse nach Klasse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Events by grade</source>
      <translation>Ereignisse nach Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Events by onset</source>
      <translation>Ereignisse nach Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Events drawn</source>
      <translation>Gezeichnete Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Events in</source>
      <translation>Ereignisse in</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Events in patients, by the dose in force when they began (before a cut of the same day). Counts of low doses hold the first weeks: they are no rates.{stops}</source>
      <translation>Ereignisse bei Patienten, nach der Dosis, die galt, als sie begannen (vor einer Senkung desselben Tages). Die Zahlen niedriger Dosen enthalten die ersten Wochen: Sie sind keine Raten.{stops}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>Events in person-weeks</source>
      <translation>Ereignisse in Personenwochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Events of step 1 exclude from revised CRISS too</source>
      <translation>Ereignisse aus Schritt 1 schließen auch vom revidierten CRISS aus</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Events per 100 observed</source>
      <translation>Ereignisse je 100 Beobachtete</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>Events per patient so far</source>
      <translation>Ereignisse je Patient bisher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Events per {1} patient-years ({2} % CI)</source>
      <translation>Ereignisse je {1} Patientenjahre ({2}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Events that are counted</source>
      <translation>Ereignisse, die gezählt werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>Events that began on the very day of a change, counted at the new dose: {n}.</source>
      <translation>Ereignisse, die genau am Tag einer Änderung begannen, gezählt bei der neuen Dosis: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_rates.py" />
      <source>Events that began outside the time at risk and are in no rate: {left}.</source>
      <translation>Ereignisse, die außerhalb der Zeit unter Risiko begannen und in keiner Rate sind: {left}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>Events that count but began outside this time: {n}{whose}.</source>
      <translation>Ereignisse, die zählen, aber außerhalb dieser Zeit begannen: {n}{whose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>Events that do not say whether they are related, counted {how}: {unsaid}.</source>
      <translation>Ereignisse, die nicht sagen, ob sie zusammenhängen, gezählt {how}: {unsaid}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/onset.py" />
      <source>Events with a partial start date, counted on the {end} possible day: {partial}. Events without any start date, not drawn: {undated}.</source>
      <translation>Ereignisse mit unvollständigem Beginn, gezählt am {end} möglichen Tag: {partial}. Ereignisse ganz ohne Beginn, nicht gezeichnet: {undated}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>Events with a partial start, placed on its first possible day but not before the first dose: {n}.</source>
      <translation>Ereignisse mit unvollständigem Beginn, gesetzt auf den ersten möglichen Tag, aber nicht vor die erste Dosis: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>Events without a preferred term, counted by the reported one: {uncoded}.</source>
      <translation>Ereignisse ohne bevorzugten Begriff, gezählt nach dem berichteten: {uncoded}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>Events without a start, placed on the first day: {n}.</source>
      <translation>Ereignisse ohne Beginn, gesetzt auf den ersten Tag: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>Events without a {scale}, counted {how}: {ungraded}.</source>
      <translation>Ereignisse ohne {scale}, gezählt {how}: {ungraded}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Events without an end go on to the last contact.</source>
      <translation>Ereignisse ohne Ende dauern bis zum letzten Kontakt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_words.py" />
      <source>Events {text}: {n}.</source>
      <translation>Ereignisse {text}: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/followed.py" />
      <source>Events {words}, not counted: {n}.</source>
      <translation>Ereignisse {words}, nicht gezählt: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Events {words}: {n}.</source>
      <translation>Ereignisse {words}: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/doses.py" />
      <source>Every dose of {drug} is of one day, as an infusion is: doses per day are those of the days it was given; the days between have no record.</source>
      <translation>Jede Dosis von {drug} ist die eines Tages, wie bei einer Infusion: Dosen je Tag sind die der Tage, an denen sie gegeben wurde; die Tage dazwischen haben keinen Eintrag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>Every event counts, whenever it began.</source>
      <translation>Jedes Ereignis zählt, wann immer es begann.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Every number is made by the rules on the Plan page; the note below a picture says which.</source>
      <translation>Jede Zahl entsteht nach den Regeln der Seite Plan; die Anmerkung unter einem Bild sagt, nach welchen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>Every pair of a raised aminotransferase and a raised bilirubin is looked at; the gravest is listed.</source>
      <translation>Jedes Paar aus erhöhter Aminotransferase und erhöhtem Bilirubin wird betrachtet; das schwerste ist aufgeführt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Every patient has ILD</source>
      <translation>Jeder Patient hat eine ILD</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Every patient has ILD on HRCT</source>
      <translation>Jeder Patient hat eine ILD in der HRCT</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Every rule behind a number, with its default. What you change here can be undone (Ctrl+Z).</source>
      <translation>Jede Regel hinter einer Zahl, mit ihrer Vorgabe. Was Sie hier ändern, lässt sich rückgängig machen (Strg+Z).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Every rule of the plan</source>
      <translation>Jede Regel des Plans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>Every subject has a value at one visit only: the covariance between visits cannot be estimated.</source>
      <translation>Jeder Patient hat nur bei einer Visite einen Wert: Die Kovarianz zwischen den Visiten lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>Every subject has one value only: the variation within subjects cannot be estimated.</source>
      <translation>Jeder Patient hat nur einen Wert: Die Streuung innerhalb der Patienten lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Every table</source>
      <translation>Alle Tabellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>Every threshold</source>
      <translation>Jede Schwelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Every value has a grade.</source>
      <translation>Jeder Wert hat einen Grad.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Every view</source>
      <translation>Jede Ansicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Every view with arms</source>
      <translation>Jede Ansicht mit Armen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/tolerance.py" />
      <source>Everybody took one dose ({doses:g} {unit}): nothing can be said of others.</source>
      <translation>Alle nahmen eine Dosis ({doses:g} {unit}): Über andere lässt sich nichts sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/benefit.py" />
      <source>Everybody took one dose, or none is logged: nothing can be compared.</source>
      <translation>Alle nahmen eine Dosis, oder keine ist erfasst: Nichts lässt sich vergleichen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>Everything that was read is shown</source>
      <translation>Alles, was gelesen wurde, ist gezeigt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>Exact (Clopper-Pearson)</source>
      <translation>Exakt (Clopper-Pearson)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Exact (Clopper-Pearson) intervals ({interval}), for each rule; not adjusted for their number.</source>
      <translation>Exakte Intervalle (Clopper-Pearson; {interval}), für jede Regel; nicht für ihre Zahl adjustiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Excel errors such as #N/A cannot be told from empty cells in this file ({sheets}); they were read as empty.</source>
      <translation>Excel-Fehler wie #N/A lassen sich in dieser Datei nicht von leeren Zellen unterscheiden ({sheets}); sie wurden als leer gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Expected of a normal distribution</source>
      <translation>Bei Normalverteilung erwartet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>Exploratory, not causal: doses rise with time and are cut after events, so that dose, time since the start and earlier events cannot be told apart here.</source>
      <translation>Explorativ, nicht kausal: Dosen steigen mit der Zeit und werden nach Ereignissen gesenkt, sodass Dosis, Zeit seit dem Beginn und frühere Ereignisse hier nicht zu trennen sind.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/recurrent.py" />
      <source>Exploratory, not causal: the dose is raised step by step in time and cut after adverse events, so a higher dose also means later in the trial and fewer events before; see what a longer lag of the dose changes, and the self-controlled analysis.</source>
      <translation>Explorativ, nicht kausal: Die Dosis wird schrittweise erhöht und nach Ereignissen gesenkt, sodass eine höhere Dosis auch später in der Studie und weniger Ereignisse davor bedeutet; sehen Sie, was eine längere Verzögerung der Dosis ändert, und die Analyse mit Eigenkontrolle.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/therapeutic_index.py" />
      <source>Exploratory, not causal: the dose was raised in those who tolerated it and lowered in those who did not, so low doses hold the first weeks and the patients with trouble, high doses those who did well.</source>
      <translation>Explorativ, nicht kausal: Die Dosis wurde bei denen erhöht, die sie vertrugen, und bei denen gesenkt, die sie nicht vertrugen; niedrige Dosen haben daher die ersten Wochen und die Patienten mit Problemen, hohe Dosen die, denen es gut ging.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/case_crossover.py" />
      <source>Exploratory. Each patient is compared with themselves, so what does not change in them cannot explain the result; but where the dose only goes up, the later window has the higher dose by design, and the ratio says nothing.</source>
      <translation>Explorativ. Jeder Patient wird mit sich selbst verglichen, sodass nichts, was sich bei ihm nicht ändert, das Ergebnis erklären kann; wo aber die Dosis nur steigt, hat das spätere Fenster planmäßig die höhere Dosis, und das Verhältnis sagt nichts.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Exposure</source>
      <translation>Exposition</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Exposure by arm</source>
      <translation>Exposition nach Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Exposure of each patient</source>
      <translation>Exposition jedes Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>F&amp;ile</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>F&amp;older</source>
      <translation>&amp;Ordner</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>FVC &amp;10 %, DLCO 15 % below baseline (relative, OMERACT)</source>
      <translation>FVC &amp;10 %, DLCO 15 % unter Baseline (relativ, OMERACT)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>FVC &amp;eligibility limit (85 % predicted)</source>
      <translation>FVC-&amp;Einschlussgrenze (85 % des Sollwerts)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>FVC 5, DLCO 10 points below baseline (&amp;PPF 2022)</source>
      <translation>FVC 5, DLCO 10 Punkte unter Baseline (&amp;PPF 2022)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>FVC better (MCID)</source>
      <translation>FVC besser (MCID)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>FVC decides extents of 10–30 %</source>
      <translation>FVC entscheidet bei Ausdehnung von 10–30 %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>FVC decides where the HRCT extent lies between</source>
      <translation>FVC entscheidet, wo die Ausdehnung in der HRCT liegt zwischen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>FVC lower by more than 5 points of % predicted within six months (absolute)</source>
      <translation>FVC um mehr als 5 Punkte des Sollwerts (%) niedriger innerhalb von sechs Monaten (absolut)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>FVC lower, relative</source>
      <translation>FVC niedriger, relativ</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>FVC part of INBUILD: FVC % predicted lower by 10 % or more (relative) within 24 months</source>
      <translation>FVC-Teil von INBUILD: FVC % des Sollwerts um 10 % oder mehr niedriger (relativ) innerhalb von 24 Monaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>FVC worse (MCID)</source>
      <translation>FVC schlechter (MCID)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/spirometry.py" />
      <source>FVC {percent:g} % predicted does not fit {litres:g} L, which is {expected:.0f} % by NHANES III ({group}) for this sex, age and height (±{tolerance:g} points are allowed for); both values are used.</source>
      <translation>FVC {percent:g} % des Sollwerts passt nicht zu {litres:g} L, das sind {expected:.0f} % nach NHANES III ({group}) für dieses Geschlecht, Alter und diese Größe (±{tolerance:g} Punkte sind erlaubt); beide Werte werden verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Female</source>
      <translation>Weiblich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Fi&amp;gures</source>
      <translation>A&amp;bbildungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient.py" />
      <source>Figure</source>
      <translation>Abbildung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>Figure of {who} copied.</source>
      <translation>Abbildung von {who} kopiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Figures</source>
      <translation>Abbildungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Fil&amp;ter patients…</source>
      <translation>P&amp;atienten filtern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>File na&amp;me</source>
      <translation>Datei&amp;name</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>File name pattern</source>
      <translation>Muster des Dateinamens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>File to be written</source>
      <translation>Datei, die geschrieben wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Filled</source>
      <translation>Ausgefüllt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Filter patients</source>
      <translation>Patienten filtern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Filter: {words}</source>
      <translation>Filter: {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Filters saved for this study</source>
      <translation>Für diese Studie gespeicherte Filter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Fin&amp;d patient</source>
      <translation>Patienten &amp;suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Find ID, event, comment … (Ctrl+F)</source>
      <translation>ID, Ereignis, Kommentar … suchen (Strg+F)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>Find a line</source>
      <translation>Zeile suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>Find a line of the plan</source>
      <translation>Eine Zeile des Plans suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Find ne&amp;xt</source>
      <translation>Wei&amp;tersuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Find patients</source>
      <translation>Patienten suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Find previo&amp;us</source>
      <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/mark_menu.py" />
      <source>Find the cell on the Data page</source>
      <translation>Die Zelle auf der Seite Daten finden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Finding</source>
      <translation>Befund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Findings as questions to the sites</source>
      <translation>Befunde als Fragen an die Zentren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>First</source>
      <translation>Erster</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>First adverse event, …</source>
      <translation>Erstes unerwünschtes Ereignis, …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>First cells</source>
      <translation>Erste Zellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>First day of the time</source>
      <translation>Erster Tag der Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>First dose</source>
      <translation>Erste Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>First dose reduction</source>
      <translation>Erste Dosisreduktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>First dose to last contact</source>
      <translation>Erste Dosis bis letzter Kontakt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>First dose-limiting event</source>
      <translation>Erstes dosislimitierendes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>First events</source>
      <translation>Erste Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>First events only</source>
      <translation>Nur erste Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>First of a patient</source>
      <translation>Erstes eines Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>First stay: no event in 12 weeks (at risk)</source>
      <translation>Erster Aufenthalt: kein Ereignis in 12 Wochen (unter Risiko)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>First to last dose</source>
      <translation>Erste bis letzte Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times.py" />
      <source>First worsening of {n}</source>
      <translation>Erste Verschlechterung von {n}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>Fisher P</source>
      <translation>P nach Fisher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Fitted mean</source>
      <translation>Geschätzter Mittelwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Flag it, comment on it, or ask its site about it</source>
      <translation>Kennzeichnen, kommentieren oder das Zentrum danach fragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Flagged</source>
      <translation>Gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Flags</source>
      <translation>Kennzeichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>Flow of patients</source>
      <translation>Fluss der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Fold all</source>
      <translation>Alle einklappen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Follow-up for events ends</source>
      <translation>Die Nachbeobachtung für Ereignisse endet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Font</source>
      <translation>Schrift</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Footer</source>
      <translation>Fußzeile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>For Hy’s law bilirubin follows within</source>
      <translation>Für Hy’s Law folgt Bilirubin innerhalb von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/actions.py" />
      <source>For adverse event “{event}” from {day} the action is “{action}”, but by the dose log the drug was not {happened} then; both are shown as recorded.</source>
      <translation>Beim unerwünschten Ereignis „{event}“ ab {day} ist die Maßnahme „{action}“, aber nach dem Dosisprotokoll wurde das Medikament da nicht {happened}; beides wird gezeigt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>For columns in which no date tells day from month</source>
      <translation>Für Spalten, in denen kein Datum Tag und Monat unterscheidet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>For&amp;get</source>
      <translation>&amp;Vergessen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>For&amp;get recent files</source>
      <translation>Zuletzt geöffnete &amp;vergessen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Forget</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Forget recent files</source>
      <translation>Zuletzt geöffnete Dateien vergessen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Form</source>
      <translation>Formular</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Formulas whose result is an empty text: {n} (the first is {first}); they were read as empty. If a program other than Excel wrote the file, open and save it in Excel to be sure.</source>
      <translation>Formeln, deren Ergebnis ein leerer Text ist: {n} (die erste ist {first}); sie wurden als leer gelesen. Hat ein anderes Programm als Excel die Datei geschrieben, öffnen und speichern Sie sie zur Sicherheit in Excel.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Frequency</source>
      <translation>Häufigkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Frequency as written</source>
      <translation>Häufigkeit wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>From baseline to</source>
      <translation>Von Baseline bis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/keep_beside.py" />
      <source>From now on marks, comments and queries of this study are kept in a file beside the workbook. Everybody who opens the workbook there sees them and adds to them. Like the workbook the file holds patients’ IDs and data: it goes where the workbook may go.</source>
      <translation>Von jetzt an werden Markierungen, Kommentare und Rückfragen dieser Studie in einer Datei neben der Arbeitsmappe gespeichert. Jeder, der die Arbeitsmappe dort öffnet, sieht sie und ergänzt sie. Wie die Arbeitsmappe enthält die Datei IDs und Daten von Patienten: Sie darf dorthin, wohin die Arbeitsmappe darf.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/reference_based.py" />
      <source>From the last value on a patient changes as the reference arm does.</source>
      <translation>Vom letzten Wert an verändert sich ein Patient wie der Referenzarm.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/reference_based.py" />
      <source>From the last value on a patient's mean is that of the reference arm.</source>
      <translation>Vom letzten Wert an ist der Mittelwert eines Patienten der des Referenzarms.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>From the next start on. What is saved stays in English.</source>
      <translation>Ab dem nächsten Start. Gespeichertes bleibt englisch.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Full analysis set</source>
      <translation>Full Analysis Set</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Further</source>
      <translation>Weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/recorded_times.py" />
      <source>Further rows of a patient for the same time, not counted: {again}.</source>
      <translation>Weitere Zeilen eines Patienten für dieselbe Zeit, nicht gezählt: {again}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/settings.py" />
      <source>GLI Global 2022</source>
      <translation>GLI Global 2022</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>GLI-2012</source>
      <translation>GLI-2012</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>GLI-2017 (corrected 2020)</source>
      <translation>GLI-2017 (korrigiert 2020)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>GLI-2021</source>
      <translation>GLI-2021</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Georgia</source>
      <translation>Georgia</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Give every group a name.</source>
      <translation>Geben Sie jeder Gruppe einen Namen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>Given the drug on single days, as infusions are: {patient}; their days between, and events that began on them, stand at no dose.</source>
      <translation>Erhielten das Medikament an einzelnen Tagen, wie Infusionen: {patient}; ihre Tage dazwischen und die Ereignisse, die daran begannen, stehen bei keiner Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>Given the drug on single days, their average is of those days: {patient}.</source>
      <translation>Erhielten das Medikament an einzelnen Tagen, ihr Mittel ist das dieser Tage: {patient}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Global assessments</source>
      <translation>Globalurteile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Go back to what the program recognised</source>
      <translation>Zurück zu dem, was das Programm erkannt hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Goes to the patient: Enter to the list, F3 to the next, Shift+F3 to the one before</source>
      <translation>Geht zum Patienten: Eingabetaste zur Liste, F3 zum nächsten, Umschalt+F3 zum vorigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Goh 2008; else 20 % on HRCT decides alone.</source>
      <translation>Goh 2008; sonst entscheiden 20 % in der HRCT allein.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Gone from the file</source>
      <translation>Nicht mehr in der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Got it</source>
      <translation>Verstanden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Gr.</source>
      <translation>Gr.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Grade</source>
      <translation>Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Grade 0</source>
      <translation>Grad 0</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Grade 1</source>
      <translation>Grad 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Grade 2</source>
      <translation>Grad 2</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Grade 3</source>
      <translation>Grad 3</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Grade 4</source>
      <translation>Grad 4</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Grade at baseline; worst after</source>
      <translation>Grad zu Beginn; schlimmster danach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Grade {1}</source>
      <translation>Grad {1}</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Grade ≥ 2</source>
      <translation>Grad ≥ 2</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Grade ≥ 3</source>
      <translation>Grad ≥ 3</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Grade ≥ 3 or severe</source>
      <translation>Grad ≥ 3 oder schwer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Grade ≥ {grade}</source>
      <translation>Grad ≥ {grade}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/labs.py" />
      <source>Grades by {version}, from the values alone; what a grade says about symptoms or treatment is not known here.</source>
      <translation>Grade nach {version}, aus den Werten allein; was ein Grad über Symptome oder Behandlung sagt, ist hier nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Greys</source>
      <translation>Grautöne</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Groups of adverse events</source>
      <translation>Gruppen unerwünschter Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>Groups…</source>
      <translation>Gruppen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>HAQ-DI better</source>
      <translation>HAQ-DI besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>HAQ-DI needs</source>
      <translation>HAQ-DI braucht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>HAQ-DI needs answered categories</source>
      <translation>HAQ-DI braucht beantwortete Kategorien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/totals.py" />
      <source>HAQ-DI values</source>
      <translation>HAQ-DI-Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>HAQ-DI worse</source>
      <translation>HAQ-DI schlechter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>HAQ-DI, no aids</source>
      <translation>HAQ-DI ohne Hilfsmittel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>HAQ-DI, no aids, 0-3</source>
      <translation>HAQ-DI ohne Hilfsmittel, 0-3</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Had to reduce, interrupt or stop</source>
      <translation>Musste reduzieren, unterbrechen oder abbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>Has an adverse &amp;event</source>
      <translation>Hat ein &amp;unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Hazard ratio</source>
      <translation>Hazard Ratio</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Hazard ratio of stopping {arms}, {term} against {reference}: {ratio} ({level:g} % CI {lower} to {upper}).</source>
      <translation>Hazard Ratio des Abbruchs {arms}, {term} gegen {reference}: {ratio} ({level:g}-%-KI {lower} bis {upper}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>Hazard ratio of {term} against {reference}: {ratio} ({level:g} % CI {lower} to {upper}).</source>
      <translation>Hazard Ratio von {term} gegen {reference}: {ratio} ({level:g}-%-KI {lower} bis {upper}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Header row</source>
      <translation>Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Headings follow when the program is started again</source>
      <translation>Überschriften folgen beim nächsten Start des Programms</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/words/calendar_names.py" />
      <source>Headings such as “{found}” ({n}) say no day: what stands below them is drawn as the range of days it may be.{quarter}</source>
      <translation>Überschriften wie „{found}“ ({n}) nennen keinen Tag: Was darunter steht, wird als die Spanne möglicher Tage gezeichnet.{quarter}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>Height</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Height, cm</source>
      <translation>Größe, cm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/patients.py" />
      <source>Heights such as {height:g} fit only metres; {n} were converted to cm.</source>
      <translation>Größen wie {height:g} passen nur zu Metern; {n} wurden in cm umgerechnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Helvetica</source>
      <translation>Helvetica</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Hidden in Excel: {parts}{by}; they were read like all others.</source>
      <translation>In Excel ausgeblendet: {parts}{by}; gelesen wie alle anderen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>High &amp;contrast, dark</source>
      <translation>Hoher K&amp;ontrast, dunkel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>High contrast, dark</source>
      <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>High contrast, light</source>
      <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Higher is better.</source>
      <translation>Höher ist besser.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Highest</source>
      <translation>Höchste</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Highest average dose on top</source>
      <translation>Höchste mittlere Dosis oben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Highest dose kept</source>
      <translation>Höchste beibehaltene Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Highest dose seen to be kept</source>
      <translation>Höchste Dosis, die beibehalten wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Highest dose, {unit}</source>
      <translation>Höchste Dosis, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>Highest, × ULN</source>
      <translation>Höchster, × ULN</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Hint</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>Historical control: {change} (SE {se}; {source}); here {number} from it.</source>
      <translation>Historische Kontrolle: {change} (SE {se}; {source}); hier {number} davon.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Historical information counts with</source>
      <translation>Historische Information zählt mit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Historical numbers are of</source>
      <translation>Historische Zahlen sind von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>Horizontal axis</source>
      <translation>Waagrechte Achse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>How adverse events are counted</source>
      <translation>Wie unerwünschte Ereignisse gezählt werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>How endpo&amp;ints are made…</source>
      <translation>&amp;Wie Endpunkte gebildet werden…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>How endpoints are made</source>
      <translation>Wie Endpunkte gebildet werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>How it ended</source>
      <translation>Wie es endete</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>How it was computed</source>
      <translation>Wie berechnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>How many lines differ from the default</source>
      <translation>Wie viele Zeilen von der Vorgabe abweichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>How many serious events</source>
      <translation>Wie viele schwerwiegende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>How patients are compared</source>
      <translation>Wie Patienten verglichen werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>How the file made the row: LOCF</source>
      <translation>Wie die Datei die Zeile bildete: LOCF</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>How the patient's time in the trial ended</source>
      <translation>Wie die Zeit des Patienten in der Studie endete</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/meaning.py" />
      <source>How the scores came about</source>
      <translation>Wie die Scores zustande kamen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>How the trial ended</source>
      <translation>Wie die Studie endete</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Hy’s law</source>
      <translation>Hy’s Law</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Hy’s-law range ({n})</source>
      <translation>Bereich von Hy’s Law ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>I do not know</source>
      <translation>Ich weiß es nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>INBUILD, FVC part</source>
      <translation>INBUILD, Teil der FVC</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>If the {patient} without a value had changed like the historical control: {number}.</source>
      <translation>Hätten sich die ohne Wert ({patient}) verändert wie die historische Kontrolle: {number}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Imputed values of the reference arm shifted by, in the endpoint's unit</source>
      <translation>Imputierte Werte des Referenzarms verschoben um, in der Einheit des Endpunkts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Imputed values shifted by, in the endpoint's unit</source>
      <translation>Imputierte Werte verschoben um, in der Einheit des Endpunkts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>In adjusted means the categories adjusted for count</source>
      <translation>In adjustierten Mittelwerten zählen die Kategorien, für die adjustiert wird,</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>In analysis of covariance a missing value</source>
      <translation>In der Kovarianzanalyse: ein fehlender Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>In at least</source>
      <translation>Bei mindestens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/tablets.py" />
      <source>In column “{written}” {pairs:g} stands beside {pairs2:g} in “{written2}”: is it the whole dose, or what one tablet holds?</source>
      <translation>In Spalte „{written}“ steht {pairs:g} neben {pairs2:g} in „{written2}“: Ist es die ganze Dosis oder was eine Tablette enthält?</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>In models</source>
      <translation>In Modellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>In one picture</source>
      <translation>In einem Bild</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>In the efficacy population: Y, N or as written</source>
      <translation>In der Wirksamkeitspopulation: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>In the file:</source>
      <translation>In der Datei:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>In the full analysis set: Y, N or as written</source>
      <translation>Im Full Analysis Set: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>In the intent-to-treat population: Y, N or as written</source>
      <translation>In der Intention-to-treat-Population: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>In the log of queries already (Data ▸ Queries): {numbers}</source>
      <translation>Schon im Protokoll der Rückfragen (Daten ▸ Rückfragen): {numbers}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>In the per-protocol population: Y, N or as written</source>
      <translation>In der Per-Protokoll-Population: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>In the plan</source>
      <translation>Im Plan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>In the safety population: Y, N or as written</source>
      <translation>In der Sicherheitspopulation: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>In which unit are these times?</source>
      <translation>In welcher Einheit sind diese Zeiten?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>In words</source>
      <translation>In Worten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>In “{name}”.</source>
      <translation>In „{name}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Incomplete: {listed}</source>
      <translation>Unvollständig: {listed}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Increases</source>
      <translation>Erhöhungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Increases after a reduction</source>
      <translation>Erhöhungen nach einer Reduktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Indication</source>
      <translation>Indikation</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Info</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Intent-to-treat population</source>
      <translation>Intent-to-treat-Population</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Interruptions</source>
      <translation>Unterbrechungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Interval of a difference of two shares</source>
      <translation>Intervall einer Differenz zweier Anteile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>Interval of percentages</source>
      <translation>Intervall der Prozentwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>Interval of percentages:</source>
      <translation>Intervall der Prozentwerte:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>Intervals and P values are of one comparison each, not adjusted for their number.</source>
      <translation>Intervalle und P-Werte gelten für je einen Vergleich und sind nicht für ihre Zahl adjustiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/thresholds.py" />
      <source>Intervals of {level:g} % are {how}</source>
      <translation>Intervalle von {level:g} % sind {how}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/slopes.py" />
      <source>Intervals of {level:g} %: {of}</source>
      <translation>Intervalle von {level:g} %: {of}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>Intervals that reach far beyond the rates end at the edge of the picture.</source>
      <translation>Intervalle, die weit über die Raten hinausreichen, enden am Rand des Bildes.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>Is number {next} another patient in each “{written}”?</source>
      <translation>Ist Nummer {next} ein anderer Patient in jedem „{written}“?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>Is number {number} another patient on each of the sheets {what}?</source>
      <translation>Ist Nummer {number} auf jedem der Blätter {what} ein anderer Patient?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/values/date_order.py" />
      <source>Is the day or the month first in column “{heading}” ({listed})?</source>
      <translation>Steht in Spalte „{heading}“ zuerst der Tag oder der Monat ({listed})?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/numbered.py" />
      <source>Is {listed} of sheet “{sheet}” “{name}” at visit {visit}, or a measurement of its own?</source>
      <translation>Ist {listed} des Blatts „{sheet}“ „{name}“ bei Visite {visit} oder eine eigene Messung?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Issues</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Issues ({n})</source>
      <translation>Befunde ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Issues shown</source>
      <translation>Gezeigte Befunde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/naive.py" />
      <source>It compares patients at the same day, but who is on a high dose by then are those who bore it. Where dose mattered not at all its interval spoke for the high dose in 15 % of simulated trials of 20 and in 42 % of those of 60, never against it.</source>
      <translation>Er vergleicht Patienten am selben Tag, aber wer dann eine hohe Dosis hat, hat sie vertragen. Wo die Dosis gar keine Rolle spielte, sprach sein Intervall in 15 % der simulierten Studien mit 20 und in 42 % derer mit 60 Patienten für die hohe Dosis, nie gegen sie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>It only reads your file. It makes no network connection and sends nothing anywhere.</source>
      <translation>Es liest Ihre Datei nur. Es stellt keine Netzwerkverbindung her und sendet nichts.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/errors.py" />
      <source>It was noted, without any data, in
{log}</source>
      <translation>Es wurde festgehalten, ohne Daten, in
{log}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Its values were not kept: choose the file to see old and new ones.</source>
      <translation>Ihre Werte wurden nicht gespeichert: Wählen Sie die Datei, um alte und neue zu sehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>Kaplan-Meier from arrival at a dose: {reason}</source>
      <translation>Kaplan-Meier ab Ankunft bei einer Dosis: {reason}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/time_to_progression.py" />
      <source>Kaplan-Meier from day 1 to the first visit at which the rule is met; others are censored at their last visit that can be judged. The change lies between two visits, so times are at most one visit late. Who left for getting worse is censored too early, which makes progression look rarer.</source>
      <translation>Kaplan-Meier von Tag 1 bis zur ersten Visite, bei der die Regel erfüllt ist; andere sind bei ihrer letzten beurteilbaren Visite zensiert. Die Veränderung liegt zwischen zwei Visiten, sodass Zeiten höchstens um eine Visite zu spät sind. Wer wegen Verschlechterung ging, ist zu früh zensiert, was Progression seltener aussehen lässt.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Kaplan-Meier, log-log interval</source>
      <translation>Kaplan-Meier, Log-log-Intervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/keep_beside.py" />
      <source>Keep marks beside the workbook</source>
      <translation>Markierungen neben der Arbeitsmappe speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/keep_beside.py" />
      <source>Keep them there</source>
      <translation>Dort speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>Kenward-Roger</source>
      <translation>Kenward-Roger</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>Kenward-Roger (expected information)</source>
      <translation>Kenward-Roger (erwartete Information)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>Kenward-Roger (linear)</source>
      <translation>Kenward-Roger (linear)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>Kenward-Roger needs REML; Satterthwaite degrees of freedom are given for ML.</source>
      <translation>Kenward-Roger braucht REML; bei ML werden Freiheitsgrade nach Satterthwaite angegeben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Kept again after an event at it</source>
      <translation>Nach einem Ereignis wieder beibehalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Kept beside the workbook</source>
      <translation>Neben der Arbeitsmappe gespeichert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Kept on this computer only</source>
      <translation>Nur auf diesem Computer gespeichert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Kept on this computer under the sheet names and headings, without any data of patients.
File ▸ Map columns… shows and changes it.</source>
      <translation>Auf diesem Computer unter den Namen der Blätter und Überschriften gespeichert, ohne Daten von Patienten.
Datei ▸ Spalten zuordnen… zeigt und ändert es.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Kept on this computer under the sheet names and headings; it holds no data of patients</source>
      <translation>Auf diesem Computer unter den Namen der Blätter und Überschriften gespeichert; ohne Daten von Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Kept to the end</source>
      <translation>Bis zum Ende beibehalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Kept: taken for {weeks} weeks or more on end without a dose-limiting event, below the lowest dose with one. Nothing failed: the patient's own limit lies above the bar.</source>
      <translation>Behalten: mindestens {weeks} Wochen am Stück ohne dosislimitierendes Ereignis genommen, unterhalb der niedrigsten Dosis mit einem. Nichts schlug fehl: Die eigene Grenze des Patienten liegt über dem Balken.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Khanna 2016: 0.60.</source>
      <translation>Khanna 2016: 0,60.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Kind of change</source>
      <translation>Art der Änderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Kind of mark</source>
      <translation>Art der Markierung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Kind of the note</source>
      <translation>Art der Anmerkung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Laboratory</source>
      <translation>Labor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Laboratory values are graded by</source>
      <translation>Laborwerte werden eingestuft nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>Laboratory values are not recorded in this file.</source>
      <translation>Laborwerte sind in dieser Datei nicht erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>Labs: R ratio</source>
      <translation>Labor: R-Quotient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Labs: arms compared</source>
      <translation>Labor: Arme im Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>Labs: by visit</source>
      <translation>Labor: nach Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Labs: grades</source>
      <translation>Labor: Grade</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Labs: liver</source>
      <translation>Labor: Leber</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>Labs: shift</source>
      <translation>Labor: Verschiebung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Lack of efficacy</source>
      <translation>Fehlende Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Lack of efficacy (n = {1})</source>
      <translation>Fehlende Wirksamkeit (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/fvc_tolerance.py" />
      <source>Largest difference that is no issue, points of % predicted</source>
      <translation>Größte Differenz, die kein Befund ist, in Punkten des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Last</source>
      <translation>Letzte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Last at, {unit}</source>
      <translation>Letzter nach, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Last change from baseline in {name}</source>
      <translation>Letzte Veränderung gegenüber Baseline: {name}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Last contact</source>
      <translation>Letzter Kontakt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Last contact, {unit}</source>
      <translation>Letzter Kontakt, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Last day of data of the pack before</source>
      <translation>Letzter Tag der Daten der vorigen Unterlagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Last day of data: what is later does not count, visits planned later are not yet due</source>
      <translation>Letzter Tag der Daten: Späteres zählt nicht, später geplante Visiten sind noch nicht fällig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Last dose</source>
      <translation>Letzte Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Last less first</source>
      <translation>Letzter minus erster</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Last value</source>
      <translation>Letzter Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Last value carried forward</source>
      <translation>Letzter Wert fortgeschrieben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Last visit</source>
      <translation>Letzte Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Layout</source>
      <translation>Anordnung</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Leading to dose change</source>
      <translation>Mit Änderung der Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Leading to withdrawal</source>
      <translation>Mit Abbruch der Behandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Least change that &amp;matters (MCID)</source>
      <translation>Kleinste &amp;bedeutsame Änderung (MCID)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>Least grade</source>
      <translation>Niedrigster Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Least grade of the adverse events drawn</source>
      <translation>Niedrigster Grad der gezeichneten unerwünschten Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>Left out, more than {most} levels: {left}.</source>
      <translation>Ausgelassen, mehr als {most} Stufen: {left}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Length of SHAQ lines</source>
      <translation>Länge der SHAQ-Linien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Less the reference</source>
      <translation>Minus Referenz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/subgroups.py" />
      <source>Level</source>
      <translation>Ausprägung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Level of these intervals</source>
      <translation>Niveau dieser Intervalle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/licences.py" />
      <source>Libraries</source>
      <translation>Bibliotheken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/licences.py" />
      <source>Licences</source>
      <translation>Lizenzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Limit</source>
      <translation>Grenze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Limited cutaneous</source>
      <translation>Limitiert kutan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Limiting events</source>
      <translation>Limitierende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Limits of published definitions are fixed; your protocol decides the rest.</source>
      <translation>Grenzen veröffentlichter Definitionen stehen fest; über den Rest entscheidet Ihr Protokoll.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Limits that differ from the endpoints' cards</source>
      <translation>Grenzen, die von den Karten der Endpunkte abweichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Limits…</source>
      <translation>Grenzen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Lines of the patients compared</source>
      <translation>Linien der verglichenen Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>Lines of the plan</source>
      <translation>Zeilen des Plans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>List them on the Data page</source>
      <translation>Auf der Seite Daten auflisten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Lists</source>
      <translation>Listen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Load mapping</source>
      <translation>Zuordnung laden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Log-rank P</source>
      <translation>Log-Rank-P</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Log-rank test of all arms: {p}.</source>
      <translation>Log-Rank-Test aller Arme: {p}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>Log-rank test: {p}.</source>
      <translation>Log-Rank-Test: {p}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Longest on top</source>
      <translation>Längste oben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Longest stay, days</source>
      <translation>Längster Aufenthalt, Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/preview/problems.py" />
      <source>Look at “{names}”: “{value}” → {meaning}.</source>
      <translation>Sehen Sie „{names}“ an: „{value}“ → {meaning}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/map_columns.py" />
      <source>Looking at the sheets of {name} …</source>
      <translation>Die Blätter von {name} werden angesehen …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Lost to follow-up</source>
      <translation>Nicht mehr erreichbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Lost to follow-up (n = {1})</source>
      <translation>Nicht mehr erreichbar (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Lost to follow-up counts as stopping</source>
      <translation>Verlust der Nachbeobachtung zählt als Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/naive.py" />
      <source>Low doses are given in the first weeks, when events are commonest and everybody is still there; at high doses are those who bore them. In simulated trials of 20 in which dose did not matter at all the rate made 200 mg look 18 points worse, and 600 mg 17 points better tolerated than they were.</source>
      <translation>Niedrige Dosen werden in den ersten Wochen gegeben, wenn Ereignisse am häufigsten und noch alle dabei sind; bei hohen Dosen sind die, die sie vertrugen. In simulierten Studien mit 20 Patienten, in denen die Dosis gar keine Rolle spielte, ließ die Rate 200 mg um 18 Punkte schlechter und 600 mg um 17 Punkte besser verträglich aussehen, als sie waren.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Lower</source>
      <translation>Untere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Lower is better.</source>
      <translation>Niedriger ist besser.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Lower limit of normal</source>
      <translation>Untere Normgrenze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>Lowest</source>
      <translation>Niedrigster Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Lowest dose that failed</source>
      <translation>Niedrigste Dosis, die scheiterte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Lung function</source>
      <translation>Lungenfunktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>MILD, MODERATE, SEVERE or as written</source>
      <translation>MILD, MODERATE, SEVERE oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>MIT licence. Made with Qt and Qt for Python (LGPL 3), pyqtgraph, pandas and others: see Licences.</source>
      <translation>MIT-Lizenz. Gemacht mit Qt und Qt for Python (LGPL 3), pyqtgraph, pandas und anderen: siehe Lizenzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>MMRM, missing changes shifted</source>
      <translation>MMRM, fehlende Veränderungen verschoben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>MRSS &amp;5 points and 25 % below baseline</source>
      <translation>MRSS &amp;5 Punkte und 25 % unter Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>Made from the same numbers as the tables, for the patients the filter leaves. Read it before you use it: what a number means for patients is yours to say.</source>
      <translation>Aus denselben Zahlen gemacht wie die Tabellen, für die Patienten, die der Filter übrig lässt. Lesen Sie es, bevor Sie es verwenden: Was eine Zahl für Patienten bedeutet, müssen Sie sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Male</source>
      <translation>Männlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Manifest</source>
      <translation>Manifest</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Manual</source>
      <translation>Handbuch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Map columns</source>
      <translation>Spalten zuordnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Map columns of {file}</source>
      <translation>Spalten zuordnen: {file}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Map columns…</source>
      <translation>Spalten zuordnen…</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Mapped here</source>
      <translation>Hier zugeordnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Mark this record</source>
      <translation>Diesen Eintrag markieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>Marks and queries are kept in your own folder on this computer.</source>
      <translation>Kennzeichen und Rückfragen liegen in Ihrem eigenen Ordner auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Marks as they stand</source>
      <translation>Markierungen, wie sie stehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Max</source>
      <translation>Max.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Mean</source>
      <translation>Mittelwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>Mean change</source>
      <translation>Mittlere Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Mean change from baseline in {what} ({1} % CI)</source>
      <translation>Mittlere Veränderung zum Ausgangswert, {what} ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Mean change from baseline in {what}, % predicted</source>
      <translation>Mittlere Veränderung zum Ausgangswert, {what}, % des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Mean change in {what} at Month {1} ({2} % CI)</source>
      <translation>Mittlere Veränderung, {what}, Monat {1} ({2}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Mean change in {what} at Week {1} ({2} % CI)</source>
      <translation>Mittlere Veränderung, {what}, Woche {1} ({2}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Mean change of historical untreated patients</source>
      <translation>Mittlere Veränderung historischer unbehandelter Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Mean change under this treatment before</source>
      <translation>Mittlere Veränderung unter dieser Behandlung zuvor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Mean change, {what} ({1} % CI)</source>
      <translation>Mittlere Veränderung, {what} ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>Mean time without it up to {upto}: {means}.</source>
      <translation>Mittlere Zeit ohne das Ereignis bis {upto}: {means}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Mean ± SD</source>
      <translation>Mittelwert ± SD</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Means</source>
      <translation>Mittelwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Measure</source>
      <translation>Maß</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Measured at {said}.</source>
      <translation>Gemessen: {said}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Measurement</source>
      <translation>Messwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Measurement compared</source>
      <translation>Verglichener Messwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>Measurements</source>
      <translation>Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_panels.py" />
      <source>Measurements and lanes</source>
      <translation>Messwerte und Spuren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>Measurements are not recorded in this file.</source>
      <translation>Messwerte sind in dieser Datei nicht erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Median</source>
      <translation>Median</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>Median R</source>
      <translation>Median von R</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Median [quartiles]</source>
      <translation>Median [Quartile]</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Median, days</source>
      <translation>Median, Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Median, months</source>
      <translation>Median, Monate</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Medical history</source>
      <translation>Vorerkrankungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Medication</source>
      <translation>Medikament</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/medications.py" />
      <source>Medication “{name}”{from_day} was given for an adverse event (“{event}”), but no such event is recorded; the medication is shown as recorded.</source>
      <translation>Medikament „{name}“{from_day} wurde wegen eines unerwünschten Ereignisses („{event}“) gegeben, aber kein solches ist erfasst; das Medikament wird gezeigt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Message</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Method</source>
      <translation>Methode</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>Methods</source>
      <translation>Methoden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Methods in words</source>
      <translation>Methoden in Worten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Middle 80 % of draws</source>
      <translation>Mittlere 80 % der Ziehungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Min</source>
      <translation>Min.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Minimum to maximum</source>
      <translation>Minimum bis Maximum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Missing</source>
      <translation>Fehlend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>Missing changes differ by δ from what the MMRM expects of them.</source>
      <translation>Fehlende Veränderungen weichen um δ von dem ab, was das MMRM von ihnen erwartet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>Missing jump to the control</source>
      <translation>Fehlende springen zur Kontrolle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Missing values</source>
      <translation>Fehlende Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>Missing values are like those of patients with the same values until then.</source>
      <translation>Fehlende Werte sind wie die von Patienten mit denselben Werten bis dahin.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>Mixed model for repeated measures of the change from baseline; the standard deviation of the baseline is taken as known. Endpoints are not adjusted for their number.</source>
      <translation>Gemischtes Modell für wiederholte Messungen der Veränderung gegenüber dem Ausgangswert; die Standardabweichung des Ausgangswerts ist als bekannt genommen. Endpunkte sind nicht für ihre Zahl adjustiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>Mixed model for repeated measures of the {what}, a mean for each visit, {covariance} covariance, REML, {df} degrees of freedom: {who}; {end}.</source>
      <translation>Gemischtes Modell für wiederholte Messungen ({what}), ein Mittelwert je Visite, Kovarianz: {covariance}, REML, Freiheitsgrade: {df}: {who}; {end}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Model at visits: mixed model for repeated measures, {n}{slope}.</source>
      <translation>Modell zu den Visiten: gemischtes Modell für Messwiederholungen, {n}{slope}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/spaghetti_models.py" />
      <source>Models are of time since the first dose.</source>
      <translation>Modelle sind über die Zeit seit der ersten Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/imputation.py" />
      <source>Monte-Carlo error of the estimate {error}</source>
      <translation>Monte-Carlo-Fehler der Schätzung {error}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Month first</source>
      <translation>Monat zuerst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/left_side.py" />
      <source>Month first: 4 Mar 2007</source>
      <translation>Monat zuerst: 4. März 2007</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Month {1}</source>
      <translation>Monat {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Month {1} (n = {2})</source>
      <translation>Monat {1} (n = {2})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>Month {month:g} is read on day {day:g}, when most of the patients left end.</source>
      <translation>Monat {month:g} wird an Tag {day:g} abgelesen, wenn die meisten der Verbliebenen enden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Months</source>
      <translation>Monate</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Months of the visit as written, once the plan has settled it</source>
      <translation>Monate der Visite wie angegeben, sobald der Plan sie festgelegt hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words_tab.py" />
      <source>Months of visit {value}</source>
      <translation>Monate der Visite {value}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Months since baseline</source>
      <translation>Monate seit dem Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Months since first dose</source>
      <translation>Monate seit der ersten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>More choices</source>
      <translation>Weitere Einstellungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/efficacy_diagnostics.py" />
      <source>More than {far:g} SD from what {model} expects: {named}.</source>
      <translation>Mehr als {far:g} SD von dem, was {model} erwartet: {named}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Move in time</source>
      <translation>In der Zeit verschieben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Moved by, SE</source>
      <translation>Verschoben um, SE</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Multiple imputation</source>
      <translation>Multiple Imputation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Muted</source>
      <translation>Gedeckt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>N: {who}. {method}</source>
      <translation>N: {who}. {method}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>NHANES III</source>
      <translation>NHANES III</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Name of the group</source>
      <translation>Name der Gruppe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Name of the measurement</source>
      <translation>Name des Messwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Name of the style</source>
      <translation>Name des Stils</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Name of the time</source>
      <translation>Name der Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Name:</source>
      <translation>Name:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/recent_menu.py" />
      <source>Names are hidden</source>
      <translation>Namen sind verborgen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Narratives of deaths, serious and severe events</source>
      <translation>Narrative zu Todesfällen, schwerwiegenden und schweren Ereignissen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Nausea and vomiting</source>
      <translation>Übelkeit und Erbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>Net benefit {benefit} ({level:g} % CI {low} to {high}): share of pairs won less share lost.</source>
      <translation>Nettonutzen {benefit} ({level:g}-%-KI {low} bis {high}): Anteil gewonnener abzüglich verlorener Paare.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>New group</source>
      <translation>Neue Gruppe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>New in the log of queries (Data ▸ Queries): {numbers}</source>
      <translation>Neu im Protokoll der Rückfragen (Daten ▸ Rückfragen): {numbers}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Newcombe</source>
      <translation>Newcombe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Next patient not yet re&amp;viewed</source>
      <translation>Nächster &amp;nicht durchgesehener Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_rows.py" />
      <source>No adjustment for {word}: it is part of what this model describes.</source>
      <translation>Keine Adjustierung für {word}: Teil dessen, was dieses Modell beschreibt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/ancova.py" />
      <source>No adjustment for {word}: it is the same in all patients.</source>
      <translation>Keine Adjustierung für {word}: bei allen Patienten gleich.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_rows.py" />
      <source>No adjustment for {word}: it is the same, or missing, in all patients.</source>
      <translation>Keine Adjustierung für {word}: bei allen Patienten gleich oder fehlend.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>No adverse event of these patients counts by the rules chosen.</source>
      <translation>Kein unerwünschtes Ereignis dieser Patienten zählt nach den gewählten Regeln.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>No adverse events recorded</source>
      <translation>Keine unerwünschten Ereignisse erfasst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>No checks of your own are in use.</source>
      <translation>Es sind keine eigenen Prüfungen in Gebrauch.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>No column of numbers on this sheet.</source>
      <translation>Keine Zahlenspalte auf diesem Blatt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_rows.py" />
      <source>No column of sheet “{sheet}” names the patient: each row was taken for one patient, called by {what}. Say in the mapping which column it is if this is wrong.</source>
      <translation>Keine Spalte des Blatts „{sheet}“ nennt den Patienten: Jede Zeile wurde für einen Patienten genommen, benannt nach: {what}. Sagen Sie in der Zuordnung, welche Spalte es ist, wenn das falsch ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>No covariance model can be estimated from these data. {why}.</source>
      <translation>Aus diesen Daten lässt sich kein Kovarianzmodell schätzen. {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>No dose above 0 with a date is recorded.</source>
      <translation>Keine Dosis über 0 mit Datum ist erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/levels.py" />
      <source>No dose with a date is recorded, so time at a dose is not known.</source>
      <translation>Keine Dosis mit Datum ist erfasst; die Zeit unter einer Dosis ist deshalb nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>No dose-limiting event in {1} months, %</source>
      <translation>Kein dosislimitierendes Ereignis in {1} Monaten, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>No dose-limiting event in {end}, %</source>
      <translation>Kein dosislimitierendes Ereignis in {end}, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>No dose-limiting event in {patient}: of 100 treated so, at most {bound} would have one (one-sided {percent} %); which dose is the limit cannot be told.</source>
      <translation>Kein dosislimitierendes Ereignis bei: {patient}; von 100 so Behandelten hätten höchstens {bound} eines (einseitig {percent} %); welche Dosis die Grenze ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>No dose-limiting event, regimen as given</source>
      <translation>Kein dosislimitierendes Ereignis, Schema wie gegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/tolerance.py" />
      <source>No dose-limiting event: how tolerability goes with dose cannot be told.</source>
      <translation>Kein dosislimitierendes Ereignis: Wie die Verträglichkeit mit der Dosis geht, lässt sich nicht sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/dose_hazard.py" />
      <source>No dose-limiting event: the risk by dose cannot be estimated.</source>
      <translation>Kein dosislimitierendes Ereignis: Das Risiko nach Dosis lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>No earlier export of this study was opened on this computer. Choose one to see what changed.</source>
      <translation>Auf diesem Computer wurde kein früherer Export dieser Studie geöffnet. Wählen Sie einen, um zu sehen, was sich geändert hat.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>No endpoint can be compared.</source>
      <translation>Kein Endpunkt lässt sich vergleichen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>No endpoint can be modelled.</source>
      <translation>Kein Endpunkt lässt sich modellieren.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>No endpoint has a model by dose.</source>
      <translation>Kein Endpunkt hat ein Modell nach Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>No endpoint has a model by dose: no trial can be planned from it.</source>
      <translation>Kein Endpunkt hat ein Modell nach Dosis: Daraus lässt sich keine Studie planen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/changes.py" />
      <source>No endpoint has changes in two arms.</source>
      <translation>Kein Endpunkt hat Veränderungen in zwei Armen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>No endpoint is shown to go with the dose, nor shown not to.</source>
      <translation>Bei keinem Endpunkt ist gezeigt, dass er mit der Dosis geht, und auch nicht das Gegenteil.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/recognise_sheets.py" />
      <source>No heading names the patient; “{name}” was taken for it: it has another code on each row of one sheet, and the other sheets refer to these. Say in the mapping which column it is if this is wrong.</source>
      <translation>Keine Überschrift nennt den Patienten; „{name}“ wurde dafür genommen: Auf einem Blatt steht in jeder Zeile ein anderer Code, und die anderen Blätter beziehen sich darauf. Sagen Sie in der Zuordnung, welche Spalte es ist, wenn das falsch ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_by_cells.py" />
      <source>No heading of sheet “{sheet}” names the patient. Is it “{heading}”?</source>
      <translation>Keine Überschrift des Blatts „{sheet}“ nennt den Patienten. Ist es „{heading}“?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/recognise_sheets.py" />
      <source>No heading of sheet “{sheet}” names the patient. Is it “{name}”, as other sheets have it?</source>
      <translation>Keine Überschrift des Blatts „{sheet}“ nennt den Patienten. Ist es „{name}“, wie andere Blätter es haben?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_by_cells.py" />
      <source>No heading of sheet “{sheet}” names the patient; “{heading}” was taken for it: {why}. Say in the mapping which column it is if this is wrong.</source>
      <translation>Keine Überschrift des Blatts „{sheet}“ nennt den Patienten; „{heading}“ wurde dafür genommen: {why}. Sagen Sie in der Zuordnung, welche Spalte es ist, wenn das falsch ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>No higher than at baseline</source>
      <translation>Nicht höher als zu Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/historical.py" />
      <source>No historical prior is in the plan for this endpoint.</source>
      <translation>Der Plan hat für diesen Endpunkt keinen historischen Prior.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>No interval below</source>
      <translation>Kein Intervall unter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grading.py" />
      <source>No laboratory value of this workbook is a number with a date or a visit, so none can be graded. The Data page lists what could not be read.</source>
      <translation>Kein Laborwert dieser Arbeitsmappe ist eine Zahl mit Datum oder Visite; keiner kann deshalb eingestuft werden. Die Seite Daten listet auf, was nicht gelesen werden konnte.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/log_rank.py" />
      <source>No log-rank test: at every event either one arm alone was at risk, or everybody at risk had the event.</source>
      <translation>Kein Log-Rank-Test: Bei jedem Ereignis stand nur ein Arm unter Risiko, oder alle unter Risiko hatten das Ereignis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/log_rank.py" />
      <source>No log-rank test: no events.</source>
      <translation>Kein Log-Rank-Test: keine Ereignisse.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>No lower than at baseline</source>
      <translation>Nicht niedriger als zu Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>No model of the change by visit could be fitted.</source>
      <translation>Kein Modell der Veränderung nach Visite ließ sich anpassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/next_trial.py" />
      <source>No model of {paramcd}: {notes}</source>
      <translation>Kein Modell für {paramcd}: {notes}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>No more hints</source>
      <translation>Keine Hinweise mehr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>No patient counted has ALT and alkaline phosphatase at one visit, with upper limits of normal.</source>
      <translation>Kein gezählter Patient hat ALT und alkalische Phosphatase bei derselben Visite, mit oberen Normgrenzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>No patient counted has ALT or AST, and bilirubin, after baseline with upper limits of normal, so there is no point to draw. If the workbook has them, map the laboratory sheet: File › Map columns…, with its upper limit of normal.</source>
      <translation>Kein gezählter Patient hat nach Baseline ALT oder AST und Bilirubin mit oberen Normgrenzen; es gibt deshalb keinen Punkt zu zeichnen. Wenn die Arbeitsmappe sie hat, ordnen Sie das Laborblatt zu: Datei › Spalten zuordnen…, mit seiner oberen Normgrenze.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>No patient counted has FVC, skin score or HAQ-DI at baseline and later. “Your own rules…” can be about any other measurement.</source>
      <translation>Kein gezählter Patient hat FVC, Hautscore oder HAQ-DI bei Baseline und später. „Ihre eigenen Regeln…“ können jeden anderen Messwert betreffen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>No patient counted has a baseline value. Map the sheet of the patients: File › Map columns…, as “Patients”, with age, sex and what else describes them.</source>
      <translation>Kein gezählter Patient hat einen Ausgangswert. Ordnen Sie das Blatt der Patienten zu: Datei › Spalten zuordnen…, als „Patienten“, mit Alter, Geschlecht und was sie sonst beschreibt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>No patient has a value at the visit: filling in for everybody would be no result.</source>
      <translation>Kein Patient hat einen Wert bei der Visite: Für alle zu ergänzen wäre kein Ergebnis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>No patient has both.</source>
      <translation>Kein Patient hat beides.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>No patient is in the range of Hy’s law.</source>
      <translation>Kein Patient ist im Bereich von Hy’s law.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>No patient of these arms had anything that could be compared.</source>
      <translation>Kein Patient dieser Arme hatte etwas, das sich vergleichen ließe.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_table.py" />
      <source>No patient passes the filter. Take a chip away above, or undo it with Ctrl+Z.</source>
      <translation>Kein Patient passiert den Filter. Nehmen Sie oben eine Bedingung weg oder machen Sie es mit Strg+Z rückgängig.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>No patient took a dose with dates.</source>
      <translation>Kein Patient nahm eine Dosis mit Daten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>No patient who took a dose is left to be counted. Change the filter.</source>
      <translation>Es bleibt kein Patient, der eine Dosis nahm, zu zählen. Ändern Sie den Filter.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/recent_menu.py" />
      <source>No recent files</source>
      <translation>Keine zuletzt geöffneten Dateien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>No rule is published: by default nothing is made up for.</source>
      <translation>Keine Regel ist veröffentlicht: Ohne Angabe wird nichts ersetzt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/meaning.py" />
      <source>No rule of progression or response can be judged: the patient has no value of FVC, MRSS or HAQ-DI.</source>
      <translation>Keine Regel für Progression oder Ansprechen lässt sich beurteilen: Der Patient hat keinen Wert von FVC, MRSS oder HAQ-DI.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>No slope could be fitted.</source>
      <translation>Keine Steigung ließ sich anpassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/stratified.py" />
      <source>No stratum in which the groups could differ.</source>
      <translation>Kein Stratum, in dem sich die Gruppen unterscheiden könnten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>No subject has more than two values: random slopes and residual variance cannot be told apart.</source>
      <translation>Kein Patient hat mehr als zwei Werte: Zufällige Steigungen und Restvarianz lassen sich nicht trennen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>No test has a graded value.</source>
      <translation>Kein Test hat einen eingestuften Wert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>No two patients have a baseline and a later value.</source>
      <translation>Keine zwei Patienten haben einen Ausgangswert und einen späteren Wert.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>No value</source>
      <translation>Kein Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>No value is missing at the visit.</source>
      <translation>Kein Wert fehlt bei der Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>No value lies far out.</source>
      <translation>Kein Wert liegt weit außen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>No value of the arm is missing at the visit.</source>
      <translation>Kein Wert des Arms fehlt bei der Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/benefit.py" />
      <source>No values on treatment.</source>
      <translation>Keine Werte unter Behandlung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>No visit after baseline has enough values for a model.</source>
      <translation>Keine Visite nach dem Ausgangswert hat genug Werte für ein Modell.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/windows.py" />
      <source>No visit has a planned day.</source>
      <translation>Keine Visite hat einen geplanten Tag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>No visit has enough values.</source>
      <translation>Keine Visite hat genug Werte.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>No visit of this endpoint is modelled.</source>
      <translation>Keine Visite dieses Endpunkts ist modelliert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>No weeks at a dose to count events in.</source>
      <translation>Keine Wochen bei einer Dosis, in denen Ereignisse zu zählen wären.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>No: the number alone</source>
      <translation>Nein: die Nummer allein</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>Nobody at baseline: {nobody}.</source>
      <translation>Niemand zu Beginn: {nobody}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Nobody found</source>
      <translation>Niemand gefunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/categories.py" />
      <source>Nobody has a change at a visit.</source>
      <translation>Niemand hat eine Veränderung bei einer Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>Nobody has a change at this visit.</source>
      <translation>Niemand hat eine Veränderung bei dieser Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>Nobody has a level at baseline and after it.</source>
      <translation>Niemand hat eine Stufe zu Beginn und danach.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Nobody in this file progressed, died or stopped treatment early, as far as it records it.</source>
      <translation>Niemand in dieser Datei hatte eine Progression, starb oder brach die Behandlung vorzeitig ab, soweit sie es festhält.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/next_trial.py" />
      <source>Nobody would stay to the first visit in one of the arms.</source>
      <translation>In einem der Arme bliebe niemand bis zur ersten Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>None of the {events} of these patients is marked as serious.</source>
      <translation>Keines der {events} dieser Patienten ist als schwerwiegend gekennzeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>None of the {n} headline numbers moves. (All patients.)</source>
      <translation>Keine der {n} Hauptzahlen ändert sich. (Alle Patienten.)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>None of these patients had {events}{events2}.</source>
      <translation>Keiner dieser Patienten hatte {events}{events2}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Normal or near normal</source>
      <translation>Normal oder fast normal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Not a data sheet</source>
      <translation>Kein Datenblatt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>Not a medical device; not for decisions about the treatment of a patient.</source>
      <translation>Kein Medizinprodukt; nicht für Entscheidungen über die Behandlung eines Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/compare_arms.py" />
      <source>Not compared: no events, or only one arm.</source>
      <translation>Nicht verglichen: keine Ereignisse oder nur ein Arm.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Not done</source>
      <translation>Nicht durchgeführt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>Not estimable because they repeat earlier terms: {lost}.</source>
      <translation>Nicht schätzbar, weil sie frühere Terme wiederholen: {lost}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/case_crossover.py" />
      <source>Not estimated: no patient's windows differ.</source>
      <translation>Nicht geschätzt: Bei keinem Patienten unterscheiden sich die Fenster.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/ancova.py" />
      <source>Not estimated: too few patients, one arm only, or a covariate that follows from the arm.</source>
      <translation>Nicht geschätzt: zu wenige Patienten, nur ein Arm oder eine Kovariate, die aus dem Arm folgt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/table_one.py" />
      <source>Not in this trial: {unknown}.</source>
      <translation>Nicht in dieser Studie: {unknown}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Not randomised</source>
      <translation>Nicht randomisiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Not randomised (n = {1})</source>
      <translation>Nicht randomisiert (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>Not read: {columns} with {cells} filled cells: {names}{more}.</source>
      <translation>Nicht gelesen: {columns} mit {cells} gefüllten Zellen: {names}{more}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Not shown</source>
      <translation>Nicht gezeigt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Not shown ({n})</source>
      <translation>Nicht gezeigt ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Not shown: {event} outside these days.</source>
      <translation>Nicht gezeigt: {event} außerhalb dieser Tage.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>Not shown: {left}.</source>
      <translation>Nicht gezeigt: {left}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Not shown: {patients} ({named}{more}).</source>
      <translation>Nicht gezeigt: {patients} ({named}{more}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Not shown: {value} outside these days.</source>
      <translation>Nicht gezeigt: {value} außerhalb dieser Tage.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>Not treatment-emergent, so not counted: {left} of {n} events.</source>
      <translation>Nicht unter Behandlung aufgetreten, also nicht gezählt: {left} von {n} Ereignissen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Not used</source>
      <translation>Nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Notes</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Notes on the figure</source>
      <translation>Anmerkungen zur Abbildung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>Notes: how something was read</source>
      <translation>Hinweise: wie etwas gelesen wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Nothing</source>
      <translation>Nichts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/change.py" />
      <source>Nothing can be estimated.</source>
      <translation>Nichts lässt sich schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Nothing changes after a patient's last value; the interval is too narrow.</source>
      <translation>Nach dem letzten Wert eines Patienten ändert sich nichts; das Intervall ist zu schmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Nothing is missing: this sheet can be read.</source>
      <translation>Es fehlt nichts: Dieses Blatt kann gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/two_groups.py" />
      <source>Nothing of what would be compared was seen in either group.</source>
      <translation>Von dem, was verglichen würde, wurde in keiner Gruppe etwas beobachtet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Nothing was asked yet. Ask about the findings, or about a record by the right mouse button.</source>
      <translation>Noch wurde nichts gefragt. Fragen Sie nach den Befunden oder mit der rechten Maustaste nach einem Eintrag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Nothing was ticked, commented or flagged yet. R ticks a patient, C is for a comment; the right mouse button flags a record.</source>
      <translation>Noch ist nichts abgehakt, kommentiert oder markiert. R hakt einen Patienten ab, C ist für einen Kommentar; die rechte Maustaste markiert einen Datensatz.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Number of the event</source>
      <translation>Nummer des Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/number_marks.py" />
      <source>Numbers with a mark of a footnote in “{heading}”: {n} (the first is “{text}”); they are used, what the footnote says is not known.</source>
      <translation>Zahlen mit Fußnotenzeichen in „{heading}“: {n} (die erste ist „{text}“); sie werden verwendet, was die Fußnote sagt, ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>ONGOING when the file says so</source>
      <translation>ONGOING, wenn die Datei es sagt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Observed</source>
      <translation>Beobachtet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>Observed at its start</source>
      <translation>Zu Beginn beobachtet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Observed means are of the patients with a value at the visit (n below the axis).</source>
      <translation>Beobachtete Mittelwerte sind von den Patienten mit einem Wert bei der Visite (n unter der Achse).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>Odds ratio</source>
      <translation>Odds Ratio</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Of</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>Of 100 patients titrated as here, about {percent} ({limits}) have no dose-limiting event in {end}.</source>
      <translation>Von 100 Patienten, die wie hier titriert werden, haben etwa {percent} ({limits}) kein dosislimitierendes Ereignis in {end}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/categories.py" />
      <source>Of patients with a baseline; died: by the time of the visit.</source>
      <translation>Von Patienten mit einem Ausgangswert; verstorben: bis zum Zeitpunkt der Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Of several days in one visit</source>
      <translation>Von mehreren Tagen in einer Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Of the model</source>
      <translation>Vom Modell</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Of the whole plan, %</source>
      <translation>Vom ganzen Plan, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>On dosing days</source>
      <translation>An Dosistagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>On no page</source>
      <translation>Auf keiner Seite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>On the dose again</source>
      <translation>Wieder auf der Dosis</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>On treatment</source>
      <translation>Unter Behandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>On treatment until after the last dose</source>
      <translation>Unter Behandlung bis nach der letzten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>On treatment until this long after the last dose</source>
      <translation>Unter Behandlung bis so lange nach der letzten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>One and the same event must be all of this. Events before the first dose count too.</source>
      <translation>Ein und dasselbe Ereignis muss all das erfüllen. Ereignisse vor der ersten Dosis zählen mit.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>One arm</source>
      <translation>Ein Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>One arm and what was known before</source>
      <translation>Ein Arm und was vorher bekannt war</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/dose_hazard.py" />
      <source>One dose only: how the risk goes with dose is the prior's, not the data's.</source>
      <translation>Nur eine Dosis: Wie das Risiko mit der Dosis geht, kommt vom Prior, nicht aus den Daten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>One dose only: there is no curve.</source>
      <translation>Nur eine Dosis: Es gibt keine Kurve.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>One dose throughout: {dose:g} {unit}</source>
      <translation>Durchgehend eine Dosis: {dose:g} {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>One file for each site</source>
      <translation>Eine Datei für jedes Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>One measurement or several?</source>
      <translation>Eine Messung oder mehrere?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>One of three criteria, of which two are needed; visits after a year are left open.</source>
      <translation>Eines von drei Kriterien, von denen zwei nötig sind; Visiten nach einem Jahr bleiben offen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>One value a patient and visit, by the plan. Newly: below (above) normal, and not at baseline. Outliers: changes more than three interquartile ranges outside the quartiles of all patients at the visit. ULN: upper limit of normal.</source>
      <translation>Ein Wert je Patient und Visite, nach dem Plan. Neu: unter (über) der Norm, zu Beginn nicht. Ausreißer: Veränderungen mehr als drei Interquartilabstände außerhalb der Quartile aller Patienten bei der Visite. ULN: obere Normgrenze.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Ongoing</source>
      <translation>Andauernd</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Ongoing (n = {1})</source>
      <translation>Andauernd (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>Only changed</source>
      <translation>Nur geänderte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_codes.py" />
      <source>Only column “{written}” of sheet “{sheet}” tells the patients apart, and it identifies persons: is it the patient, replaced by codes?</source>
      <translation>Nur Spalte „{written}“ des Blatts „{sheet}“ unterscheidet die Patienten, und sie identifiziert Personen: Ist es der Patient, ersetzt durch Codes?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>Only events that began or became worse on treatment</source>
      <translation>Nur Ereignisse, die unter Behandlung begannen oder schlimmer wurden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Only tests with a grade above 0</source>
      <translation>Nur Tests mit einem Grad über 0</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>Only the program's own checks are used from now on.</source>
      <translation>Von jetzt an werden nur die Prüfungen des Programms verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/leaving_slope.py" />
      <source>Only {patient} left early: too few for a slope that goes with it.</source>
      <translation>Nur {patient} ging früher: zu wenige für eine Steigung, die damit geht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Open &amp;folder…</source>
      <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>Open a folder of tables</source>
      <translation>Einen Ordner mit Tabellen öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Open a trial’s workbook, click through the patients, save the figures.</source>
      <translation>Öffnen Sie die Arbeitsmappe einer Studie, klicken Sie durch die Patienten, speichern Sie die Abbildungen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Open every file with &amp;identities hidden</source>
      <translation>Jede Datei mit verborgenen &amp;Identitäten öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Open p&amp;lan…</source>
      <translation>&amp;Plan öffnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>Open plan</source>
      <translation>Plan öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/recent_menu.py" />
      <source>Open re&amp;cent</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Open the &amp;demo trial</source>
      <translation>Demost&amp;udie öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/chart_page.py" />
      <source>Open the page of {usubjid}</source>
      <translation>Seite von {usubjid} öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>Open workbook</source>
      <translation>Arbeitsmappe öffnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/steps.py" />
      <source>Opening the file</source>
      <translation>Die Datei wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>Opening {name_of} …</source>
      <translation>{name_of} wird geöffnet …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>Opening {name} …</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>Opening {name}: {text}</source>
      <translation>{name} wird geöffnet: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>Opens a small clinical trial’s workbook, shows its patients one by one, and saves the figures.</source>
      <translation>Öffnet die Arbeitsmappe einer kleinen klinischen Studie, zeigt ihre Patienten einen nach dem anderen und speichert die Abbildungen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Opens the file as the program would read it; it is asked again the next time</source>
      <translation>Öffnet die Datei so, wie das Programm sie lesen würde; beim nächsten Mal wird wieder gefragt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Order of arms or groups</source>
      <translation>Reihenfolge der Arme oder Gruppen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Other medication</source>
      <translation>Andere Medikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>Other size</source>
      <translation>Andere Größe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Others are compared with</source>
      <translation>Die anderen werden verglichen mit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Outcome</source>
      <translation>Ausgang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>Outliers</source>
      <translation>Ausreißer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>Over time</source>
      <translation>Im Zeitverlauf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/row_checks.py" />
      <source>Own checks in “{name}”, {words}</source>
      <translation>Eigene Prüfungen in „{name}“, {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Own colours</source>
      <translation>Eigene Farben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Own rule for efficacy</source>
      <translation>Eigene Regel für die Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Own rule for safety</source>
      <translation>Eigene Regel für die Sicherheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>Own rule: {error}; counted were {words}.</source>
      <translation>Eigene Regel: {error}; gezählt wurden {words}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>Own slope</source>
      <translation>Eigene Steigung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Own style</source>
      <translation>Eigener Stil</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Own: </source>
      <translation>Eigene: </translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>P (adjusted)</source>
      <translation>P (adjustiert)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/subgroups.py" />
      <source>P of interaction</source>
      <translation>P der Interaktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>P of interaction {1}</source>
      <translation>P der Interaktion {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>P values of secondary endpoints</source>
      <translation>P-Werte sekundärer Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>P&amp;in to compare</source>
      <translation>&amp;Zum Vergleich anheften</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>P&amp;lan</source>
      <translation>P&amp;lan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>P&amp;lan page</source>
      <translation>Seite &amp;Plan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>P(better by the limit)</source>
      <translation>P(besser um die Grenze)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>P(better than baseline)</source>
      <translation>P(besser als Baseline)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>P(next trial shows it)</source>
      <translation>P(nächste Studie zeigt es)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>PDF document</source>
      <translation>PDF-Dokument</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>PDF…</source>
      <translation>PDF…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>PNG picture</source>
      <translation>PNG-Bild</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>PPF 2022, physiology</source>
      <translation>PPF 2022, Physiologie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Page of the manual</source>
      <translation>Seite des Handbuchs</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compared_page.py" />
      <source>Page of {usubjid}</source>
      <translation>Seite von {usubjid}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/workspace.py" />
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Pages found</source>
      <translation>Gefundene Seiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Pages side by side</source>
      <translation>Seiten nebeneinander</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Pairs</source>
      <translation>Paare</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Pairs such as 142/98 are &amp;two values</source>
      <translation>&amp;Paare wie 142/98 sind zwei Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Panel of the note</source>
      <translation>Feld der Anmerkung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Panels of the page</source>
      <translation>Felder der Seite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Panels…</source>
      <translation>Felder…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Parameter code</source>
      <translation>Parametercode</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>Part of the term</source>
      <translation>Teil des Begriffs</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/password.py" />
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/chart_table_page.py" />
      <source>Patient</source>
      <translation>Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Patient number as printed</source>
      <translation>Patientennummer wie gedruckt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_ids.py" />
      <source>Patient number “{number}” {why}; it is used as it stands. Format the column as text in Excel and type the number again.</source>
      <translation>Patientennummer „{number}“ {why}; sie wird verwendet, wie sie ist. Formatieren Sie die Spalte in Excel als Text und tippen Sie die Nummer neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Patient page</source>
      <translation>Seite Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/schedule.py" />
      <source>Patient {patient} has no record of visit {avisit}, which {n} of {total} patients in the trial then have; the visit is missing in the analyses.</source>
      <translation>Patient {patient} hat keinen Eintrag der Visite {avisit}, die {n} von {total} Patienten haben, die dann in der Studie sind; die Visite fehlt in den Analysen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Patient {usubjid}</source>
      <translation>Patient {usubjid}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/deaths.py" />
      <source>Patient {usubjid} died, but no adverse event has grade 5 or the outcome “fatal”; the death is shown, no event is changed.</source>
      <translation>Patient {usubjid} starb, aber kein unerwünschtes Ereignis hat Grad 5 oder den Ausgang „fatal“; der Tod wird gezeigt, kein Ereignis wird geändert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/patients.py" />
      <source>Patient {usubjid} here and patient {other} at {where} are written alike but for zeros, blanks, dashes or capitals; they are kept as two patients. If they are one, write the number the same way everywhere.</source>
      <translation>Patient {usubjid} hier und Patient {other} in {where} sind gleich geschrieben bis auf Nullen, Leerzeichen, Striche oder Großbuchstaben; sie bleiben zwei Patienten. Ist es einer, schreiben Sie die Nummer überall gleich.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/patients.py" />
      <source>Patient {usubjid} is on this sheet and on no other; the patient is shown with what is there.</source>
      <translation>Patient {usubjid} steht auf diesem Blatt und auf keinem anderen; der Patient wird gezeigt mit dem, was da ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/patients.py" />
      <source>Patient {usubjid} is on this sheet but not on the sheet of patients; the patient is shown and counted all the same.</source>
      <translation>Patient {usubjid} steht auf diesem Blatt, aber nicht auf dem Blatt der Patienten; der Patient wird trotzdem gezeigt und gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>Patient {usubjid} is on this sheet more than once; the first row is used, row {number} is not.</source>
      <translation>Patient {usubjid} steht mehr als einmal auf diesem Blatt; die erste Zeile wird verwendet, Zeile {number} nicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>Patient {usubjid} is {age:g} years old, but by the date of birth ({born}) was {words} on {day}; the age is used as recorded.</source>
      <translation>Patient {usubjid} ist {age:g} Jahre alt, aber nach dem Geburtsdatum ({born}) war das Alter am {day} {words}; das Alter wird verwendet wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/disposition.py" />
      <source>Patient {usubjid} stopped for an adverse event, but no adverse event has the action “drug withdrawn”; the patient is counted as stopped for an adverse event.</source>
      <translation>Patient {usubjid} brach wegen eines unerwünschten Ereignisses ab, aber keines hat die Maßnahme „drug withdrawn“; der Patient zählt als abgebrochen wegen eines unerwünschten Ereignisses.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Patient, as printed</source>
      <translation>Patient, wie gedruckt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Patient-days</source>
      <translation>Patiententage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>Patient-days are the days on which the dose was taken.</source>
      <translation>Patiententage sind die Tage, an denen die Dosis genommen wurde.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Patient-years</source>
      <translation>Patientenjahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Patients</source>
      <translation>Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients (%)</source>
      <translation>Patienten (%)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Patients an arm</source>
      <translation>Patienten je Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Patients and measurements</source>
      <translation>Patienten und Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/mean_cumulative.py" />
      <source>Patients are counted until their last day under observation; leaving must not depend on events to come.</source>
      <translation>Patienten zählen bis zu ihrem letzten Beobachtungstag; das Ausscheiden darf nicht von kommenden Ereignissen abhängen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>Patients are counted until their {until}; every event counts, not only the first.</source>
      <translation>Patienten zählen bis zu: {until}; jedes Ereignis zählt, nicht nur das erste.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Patients compared</source>
      <translation>Verglichene Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>Patients counted</source>
      <translation>Gezählte Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Patients found</source>
      <translation>Gefundene Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>Patients have new labels, which will be others the next time.</source>
      <translation>Patienten haben neue Bezeichnungen; beim nächsten Mal werden es andere sein.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>Patients of the file</source>
      <translation>Patienten der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Patients of the group</source>
      <translation>Patienten der Gruppe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Patients on drug, %</source>
      <translation>Patienten unter Medikation, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Patients shown</source>
      <translation>Gezeigte Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Patients stayed</source>
      <translation>Patienten geblieben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Patients still without the event, %</source>
      <translation>Patienten noch ohne das Ereignis, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Patients who have stopped, %</source>
      <translation>Patienten mit Abbruch, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>Patients whose time has no known end and adds none: {without_end}.</source>
      <translation>Patienten, deren Zeit kein bekanntes Ende hat und nichts beiträgt: {without_end}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/thresholds.py" />
      <source>Patients with a baseline and no value at the visit, the dead among them, count as not reaching any.</source>
      <translation>Patienten mit Ausgangswert und ohne Wert bei der Visite, auch Verstorbene, zählen so, als hätten sie keine Schwelle erreicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Patients with a value above or below a limit</source>
      <translation>Patienten mit einem Wert über oder unter einer Grenze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>Patients with an adverse event</source>
      <translation>Patienten mit einem unerwünschten Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>Patients with an event going on</source>
      <translation>Patienten mit andauerndem Ereignis</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Patients with event</source>
      <translation>Patienten mit Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients with such a change or a better one, %</source>
      <translation>Patienten mit dieser oder einer besseren Veränderung, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients with such a change or a lower one, %</source>
      <translation>Patienten mit dieser oder einer niedrigeren Veränderung, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>Patients without a last day, not counted: {undated}.</source>
      <translation>Patienten ohne letzten Tag, nicht gezählt: {undated}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>Patients without a point, for want of ALT or AST, bilirubin or their upper limits after baseline: {n}.</source>
      <translation>Patienten ohne Punkt, weil ALT oder AST, Bilirubin oder deren obere Grenzen nach dem Ausgangswert fehlen: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/recorded_times.py" />
      <source>Patients without a time or without its censoring, not counted: {left}.</source>
      <translation>Patienten ohne Zeit oder ohne deren Zensierung, nicht gezählt: {left}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Patients without a value at the visit have lost all change; the interval is too narrow.</source>
      <translation>Patienten ohne Wert bei der Visite haben jede Veränderung verloren; das Intervall ist zu schmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Patients without a value at the visit would have changed like those who have one.</source>
      <translation>Patienten ohne Wert bei der Visite hätten sich wie die mit einem Wert verändert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/competing_risks.py" />
      <source>Patients without any of the reasons are counted until their last day under observation (censored).</source>
      <translation>Patienten ohne einen der Gründe zählen bis zu ihrem letzten Beobachtungstag (zensiert).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients without it, %</source>
      <translation>Patienten ohne das Ereignis, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Patients without such a value are left out.</source>
      <translation>Patienten ohne einen solchen Wert werden weggelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>Patients without such an event are counted until their {until} (censored).</source>
      <translation>Patienten ohne solches Ereignis zählen bis zu: {until} (zensiert).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/survival.py" />
      <source>Patients without the event are counted until their last day under observation (censored), as if they had gone on like those still observed.</source>
      <translation>Patienten ohne das Ereignis zählen bis zu ihrem letzten Beobachtungstag (zensiert), als wäre es bei ihnen weitergegangen wie bei den noch Beobachteten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>Patients {words}</source>
      <translation>Patienten {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/followed.py" />
      <source>Patients {words} before day 1, not counted: {n}.</source>
      <translation>Patienten {words} vor Tag 1, nicht gezählt: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients, %</source>
      <translation>Patienten, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Patients, % ({1} % CI)</source>
      <translation>Patienten, % ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Peak ALT or AST, × upper limit</source>
      <translation>Höchste ALT oder AST, × oberer Grenzwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Peak bilirubin and peak ALT or AST (eDISH)</source>
      <translation>Höchstes Bilirubin und höchste ALT oder AST (eDISH)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Peak bilirubin, × upper limit</source>
      <translation>Höchstes Bilirubin, × oberer Grenzwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Peak of</source>
      <translation>Höchstwert von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>Peaks are the highest values after baseline, on any day.</source>
      <translation>Spitzen sind die höchsten Werte nach dem Ausgangswert, an beliebigem Tag.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Per 100 patient-years</source>
      <translation>Pro 100 Patientenjahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Per cent</source>
      <translation>Prozent</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Per-protocol population</source>
      <translation>Per-Protocol-Population</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Person-time weighted mean</source>
      <translation>Mittelwert, nach Personenzeit gewichtet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Person-weeks</source>
      <translation>Personenwochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Person-weeks, weeks with an event</source>
      <translation>Personenwochen, Wochen mit Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>Physiological criterion of PPF 2022: FVC lower by {ppf_fvc:g} points of % predicted or more, or DLCO by {ppf_dlco:g} or more, within a year (absolute)</source>
      <translation>Physiologisches Kriterium der PPF 2022: FVC um {ppf_fvc:g} Punkte des Sollwerts (%) oder mehr niedriger oder DLCO um {ppf_dlco:g} oder mehr, innerhalb eines Jahres (absolut)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_preview.py" />
      <source>Picture of the figure</source>
      <translation>Bild der Abbildung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_preview.py" />
      <source>Picture of the figure as it will be saved</source>
      <translation>Bild der Abbildung, wie sie gespeichert wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Pin a patient to compare</source>
      <translation>Einen Patienten zum Vergleich anheften</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Pin all from the current one to there</source>
      <translation>Alle vom aktuellen bis dorthin anheften</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Plan</source>
      <translation>Planen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Planned date</source>
      <translation>Geplantes Datum</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Planned day</source>
      <translation>Geplanter Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>Planned doses</source>
      <translation>Geplante Dosen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Planned doses per day, from study day on (1: 100, 15: 200, until 364)</source>
      <translation>Geplante Dosen pro Tag, ab Studientag (1: 100, 15: 200, until 364)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Planned duration</source>
      <translation>Geplante Dauer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Planned study day</source>
      <translation>Geplanter Studientag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Planned treatment</source>
      <translation>Geplante Behandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Planning</source>
      <translation>Planung läuft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Pooled site</source>
      <translation>Zusammengefasstes Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Pooled site: small sites put together, as the protocol has it</source>
      <translation>Zusammengefasstes Zentrum: kleine Zentren zusammen, wie im Prüfplan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Position</source>
      <translation>Lage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Position or time point</source>
      <translation>Lage oder Zeitpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Position or time point that tells several readings of a day apart</source>
      <translation>Lage oder Zeitpunkt, der mehrere Messungen eines Tages unterscheidet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Power</source>
      <translation>Power</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Power and width by number of patients</source>
      <translation>Power und Breite nach Zahl der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Preferred term</source>
      <translation>Preferred Term</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/trial.py" />
      <source>Preparing the patient list</source>
      <translation>Die Patientenliste wird vorbereitet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/trial.py" />
      <source>Preparing the patient pages</source>
      <translation>Die Patientenseiten werden vorbereitet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Presentation (&amp;full screen)</source>
      <translation>&amp;Vollbild für Vorträge</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Primary endpoint</source>
      <translation>Primärer Endpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/hand_over.py" />
      <source>Print the figure</source>
      <translation>Abbildung drucken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Priors of the weekly hazard</source>
      <translation>Priors des wöchentlichen Hazards</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/waiting.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Progression</source>
      <translation>Progression</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>Progression by OMERACT: FVC % predicted lower by 10 % or more, or by 5 to &lt; 10 % and DLCO % predicted by 15 % or more (relative)</source>
      <translation>Progression nach OMERACT: FVC % des Sollwerts um 10 % oder mehr niedriger, oder um 5 bis &lt; 10 % und DLCO % des Sollwerts um 15 % oder mehr (relativ)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>Progression by RELIEF: FVC lower by 5 points of % predicted a year or more (absolute)</source>
      <translation>Progression nach RELIEF: FVC um 5 Punkte des Sollwerts (%) im Jahr oder mehr niedriger (absolut)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Progression, OMERACT</source>
      <translation>Progression, OMERACT</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Progression, RELIEF</source>
      <translation>Progression, RELIEF</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Proposal</source>
      <translation>Vorschlag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Prorated with 1 site missing</source>
      <translation>Hochgerechnet bei 1 fehlenden Stelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Prorated with up to 2 sites missing</source>
      <translation>Hochgerechnet bei bis zu 2 fehlenden Stellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Protocol violation</source>
      <translation>Verletzung des Prüfplans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Protocol violation (n = {1})</source>
      <translation>Verletzung des Prüfplans (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Put the findings of the file into the log</source>
      <translation>Die Befunde der Datei in das Protokoll aufnehmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Put this hint away</source>
      <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/message_strip.py" />
      <source>Put this message away</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Quadrant</source>
      <translation>Quadrant</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Queries</source>
      <translation>Rückfragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Queries by status</source>
      <translation>Rückfragen nach Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Query these findings</source>
      <translation>Zu diesen Befunden rückfragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Query this finding</source>
      <translation>Zu diesem Befund rückfragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/record_marks.py" />
      <source>Query {number} is in the log, on the Data page.</source>
      <translation>Rückfrage {number} ist im Protokoll, auf der Seite Daten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>Query {number}, {status}: {text}</source>
      <translation>Rückfrage {number}, {status}: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/liver_ratio.py" />
      <source>R is the multiple of ALT by that of alkaline phosphatase, each of its upper limit of normal, by the one value a visit: from 5 on hepatocellular, up to 2 cholestatic, mixed between; the kind is told where ALT or alkaline phosphatase is above its limit. </source>
      <translation>R ist das Vielfache der ALT durch das der alkalischen Phosphatase, jeweils der oberen Normgrenze, mit dem einen Wert je Visite: ab 5 hepatozellulär, bis 2 cholestatisch, dazwischen gemischt; die Art wird genannt, wo ALT oder alkalische Phosphatase über der Grenze liegt. </translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/ratio.py" />
      <source>R: multiple of ALT by multiple of alkaline phosphatase</source>
      <translation>R: Vielfaches der ALT durch Vielfaches der alkalischen Phosphatase</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>R: multiple of ALT by multiple of alkaline phosphatase at the onset; from {hepatocellular:g} on hepatocellular, up to {cholestatic:g} cholestatic.</source>
      <translation>R: Vielfaches der ALT durch Vielfaches der alkalischen Phosphatase zu Beginn; ab {hepatocellular:g} hepatozellulär, bis {cholestatic:g} cholestatisch.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Race</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Race, n (%)</source>
      <translation>Herkunft, n (%)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>Raised</source>
      <translation>Erhöht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>Raised: ALT or AST at least {aminotransferase:g} ×, bilirubin at least {bilirubin:g} × the upper limit; bilirubin within {days} days after; alkaline phosphatase below {alkaline_phosphatase:g} × the upper limit on the nearest day within that many days of the onset.</source>
      <translation>Erhöht: ALT oder AST mindestens {aminotransferase:g} ×, Bilirubin mindestens {bilirubin:g} × die obere Grenze; Bilirubin innerhalb von {days} Tagen danach; alkalische Phosphatase unter {alkaline_phosphatase:g} × der oberen Grenze am nächsten Tag innerhalb so vieler Tage vom Beginn.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>Random intercept and slope per patient, time in {time}, REML, {df} degrees of freedom: {who}; {end}.</source>
      <translation>Zufälliger Achsenabschnitt und Steigung je Patient, Zeit in {time}, REML, Freiheitsgrade: {df}: {who}; {end}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Random slope</source>
      <translation>Zufällige Steigung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Random slope by last visit</source>
      <translation>Zufällige Steigung nach letzter Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Randomisation</source>
      <translation>Randomisierung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Randomised</source>
      <translation>Randomisiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Randomised (n = {1})</source>
      <translation>Randomisiert (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>Randomised patients</source>
      <translation>Randomisierte Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Randomised to {who} (n = {1})</source>
      <translation>Randomisiert zu {who} (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Randomised: Y, N or as written</source>
      <translation>Randomisiert: Y, N oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>Range</source>
      <translation>Spannweite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/levels.py" />
      <source>Rate of</source>
      <translation>Rate von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Rate per {1}</source>
      <translation>Rate je {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>Rates</source>
      <translation>Raten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Rates are counted over</source>
      <translation>Raten werden gezählt über</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Ratio</source>
      <translation>Verhältnis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Reached</source>
      <translation>Erreicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>Reached it</source>
      <translation>Erreichten sie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Read a list that a site sent back</source>
      <translation>Eine Liste lesen, die ein Zentrum zurückgeschickt hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Read as</source>
      <translation>Gelesen als</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Read off after arrival at</source>
      <translation>Abgelesen nach Ankunft bei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Read the file so</source>
      <translation>Die Datei so lesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Reading sheet {sheet}</source>
      <translation>Blatt {sheet} wird gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Reading the cells</source>
      <translation>Die Zellen werden gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Readings</source>
      <translation>Messungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Reason for the change</source>
      <translation>Grund der Änderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Reason in the log</source>
      <translation>Grund im Dosisprotokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Reason in the site's words</source>
      <translation>Grund in den Worten des Zentrums</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Recent files</source>
      <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Record</source>
      <translation>Eintrag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Record of</source>
      <translation>Eintrag von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Recorded and computed may differ by</source>
      <translation>Erfasst und berechnet dürfen abweichen um</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/drill.py" />
      <source>Records behind the number</source>
      <translation>Einträge hinter der Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Records that are in the file and in no picture. Nothing else is left out.</source>
      <translation>Einträge, die in der Datei und in keinem Bild sind. Sonst ist nichts weggelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Reductions</source>
      <translation>Reduktionen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>Reference dose of the model: {dose:g} {unit}, the middle dose.</source>
      <translation>Referenzdosis des Modells: {dose:g} {unit}, die mittlere Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Reference dose, in the unit of the log</source>
      <translation>Referenzdosis, in der Einheit des Protokolls</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Reference week</source>
      <translation>Referenzwoche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Regions: {level} % intervals of both, each dose for itself, of {n} patients. Not decided: neither met nor ruled out at these thresholds ({undecided} of {doses} doses); the patient chosen is drawn along the doses taken.</source>
      <translation>Bereiche: {level}-%-Intervalle von beidem, jede Dosis für sich, von {n} Patienten. Nicht entschieden: bei diesen Schwellen weder erfüllt noch ausgeschlossen ({undecided} von {doses} Dosen); der gewählte Patient ist entlang der genommenen Dosen gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Regressions on the dose</source>
      <translation>Regressionen auf die Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Related</source>
      <translation>Zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Relation</source>
      <translation>Zusammenhang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Relation to the drug</source>
      <translation>Zusammenhang mit der Studienmedikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Relation to the drug as written</source>
      <translation>Zusammenhang mit der Prüfmedikation wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Reload</source>
      <translation>Neu laden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Reload from d&amp;isk</source>
      <translation>&amp;Neu von der Platte laden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Remem&amp;ber recent files</source>
      <translation>Zuletzt &amp;geöffnete merken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Remember recent files</source>
      <translation>Zuletzt geöffnete Dateien merken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/name_it.py" />
      <source>Replaces “{name}”.</source>
      <translation>Ersetzt „{name}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Report page</source>
      <translation>Seite Bericht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Rescue treatment is called, in the list of medications</source>
      <translation>Notfallbehandlung heißt in der Liste der Medikamente</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Residual</source>
      <translation>Residuum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Residuals against fitted values</source>
      <translation>Residuen gegen geschätzte Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Residuals against the normal distribution</source>
      <translation>Residuen gegen die Normalverteilung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>Resolution</source>
      <translation>Auflösung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Responders</source>
      <translation>Responder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Responders compared</source>
      <translation>Responder im Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Response</source>
      <translation>Ansprechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Response and composites</source>
      <translation>Ansprechen und zusammengesetzte Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Response and progression</source>
      <translation>Ansprechen und Progression</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Response and progression at the last visit</source>
      <translation>Ansprechen und Progression bei der letzten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Restarts</source>
      <translation>Wiederaufnahmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Restricted mean, months</source>
      <translation>Restringierter Mittelwert, Monate</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Result without each patient</source>
      <translation>Ergebnis ohne jeden Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Result, number</source>
      <translation>Ergebnis, Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Result, standard unit</source>
      <translation>Ergebnis, Standardeinheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Results in words</source>
      <translation>Ergebnisse in Worten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Return to baseline</source>
      <translation>Rückkehr zum Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>Reviewe&amp;d</source>
      <translation>&amp;Durchgesehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Reviewed</source>
      <translation>Durchgesehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>Reviewed (R)</source>
      <translation>Durchgesehen (R)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Reviews</source>
      <translation>Durchsicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>Reviews ({n})</source>
      <translation>Durchsicht ({n})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Revised CRISS levels</source>
      <translation>Stufen des revidierten CRISS</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Risk difference, points ({1} % CI)</source>
      <translation>Risikodifferenz, Punkte ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>Risk ratio</source>
      <translation>Relatives Risiko</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Row of the headings</source>
      <translation>Zeile der Überschriften</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/row_numbers.py" />
      <source>Row {listed}</source>
      <translation>Zeile {listed}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/assemble.py" />
      <source>Row {row} repeats an earlier row of {which} sheet in every cell; {done}.</source>
      <translation>Zeile {row} wiederholt in jeder Zelle eine frühere Zeile ({which} Blatt); {done}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_ids.py" />
      <source>Row {row} {why} and was not used.</source>
      <translation>Zeile {row} {why} und wurde nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_times.py" />
      <source>Rows are spans of follow-up, {names}: their values stand at the start of each.</source>
      <translation>Zeilen sind Zeiträume der Nachbeobachtung, {names}: Ihre Werte stehen an deren Beginn.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>Rows copied.</source>
      <translation>Zeilen kopiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/cox.py" />
      <source>Rows of no length, nobody at risk in them: {n}.</source>
      <translation>Zeilen ohne Dauer, in denen niemand unter Risiko steht: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>Rows whose value the file carries forward from an earlier visit (DTYPE {carried}): {n}; they are no measurements and count only where the plan carries values forward.</source>
      <translation>Zeilen, deren Wert die Datei von einer früheren Visite fortschreibt (DTYPE {carried}): {n}; sie sind keine Messungen und zählen nur, wo der Plan Werte fortschreibt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/read_values.py" />
      <source>Rows without any measured value: {empty} (the first is row {first}); nothing is drawn for them.</source>
      <translation>Zeilen ohne einen gemessenen Wert: {empty} (die erste ist Zeile {first}); für sie wird nichts gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/row_numbers.py" />
      <source>Rows {listed}</source>
      <translation>Zeilen {listed}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/tables/several_tables.py" />
      <source>Rows {top} to {bottom}, columns {first} to {last}, of sheet “{name}” are a table with headings of its own ({headings}): it was read as a sheet of its own, called “{other}”.</source>
      <translation>Zeilen {top} bis {bottom}, Spalten {first} bis {last}, des Blatts „{name}“ sind eine Tabelle mit eigenen Überschriften ({headings}): Sie wurde als eigenes Blatt gelesen, genannt „{other}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/read_values.py" />
      <source>Rows {words}: {n} (the first is row {first}); they hold no value to draw.</source>
      <translation>Zeilen {words}: {n} (die erste ist Zeile {first}); sie enthalten keinen Wert zum Zeichnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Rules…</source>
      <translation>Regeln…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>S&amp;ite</source>
      <translation>&amp;Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>S&amp;kin map…</source>
      <translation>&amp;Hautbefund…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>S&amp;ubset</source>
      <translation>Su&amp;btyp</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>SD ({1} % CI)</source>
      <translation>SD ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>SD ({interval})</source>
      <translation>SD ({interval})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/forest.py" />
      <source>SD of baseline</source>
      <translation>SD des Ausgangswerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/table_one.py" />
      <source>SD with n − 1; {quantiles}.</source>
      <translation>SD mit n − 1; {quantiles}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/sdtm.py" />
      <source>SDTM domain {domain}: {what}</source>
      <translation>SDTM-Domäne {domain}: {what}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>SSc subset</source>
      <translation>SSc-Subtyp</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>SVG drawing</source>
      <translation>SVG-Zeichnung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/showing.py" />
      <source>Safet&amp;y</source>
      <translation>Si&amp;cherheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Safet&amp;y page</source>
      <translation>Seite Si&amp;cherheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Safety</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Safety (n = {1})</source>
      <translation>Sicherheit (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Safety board pack</source>
      <translation>Unterlagen für das Safety Board</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Safety population</source>
      <translation>Sicherheitspopulation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>Safety ▸ Groups…</source>
      <translation>Sicherheit ▸ Gruppen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Safety, there by the arm taken (n = {1})</source>
      <translation>Sicherheit, dort nach dem erhaltenen Arm (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>Satterthwaite</source>
      <translation>Satterthwaite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save &amp;table…</source>
      <translation>&amp;Tabelle speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save an &amp;empty trial workbook…</source>
      <translation>&amp;Leere Studien-Arbeitsmappe speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/new_workbook.py" />
      <source>Save an empty trial workbook</source>
      <translation>Eine leere Studien-Arbeitsmappe speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Save as…</source>
      <translation>Speichern als…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save e&amp;verything…</source>
      <translation>Alles speic&amp;hern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Save figure of {words}</source>
      <translation>Abbildung speichern: {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Save into a folder</source>
      <translation>In einen Ordner speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Save mapping</source>
      <translation>Zuordnung speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save na&amp;rratives…</source>
      <translation>Na&amp;rrative speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>Save plan</source>
      <translation>Plan speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save plan &amp;as…</source>
      <translation>Plan spei&amp;chern als…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>Save query list</source>
      <translation>Liste der Rückfragen speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Save query list…</source>
      <translation>Liste der Rückfragen speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Save report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Save report…</source>
      <translation>Bericht speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save t&amp;he safety board’s pack…</source>
      <translation>Unterlagen für das Safet&amp;y Board speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Save table</source>
      <translation>Tabelle speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Save tables for a s&amp;tatistician…</source>
      <translation>&amp;Tabellen für die Statistik speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Save table…</source>
      <translation>Tabelle speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Save the body map</source>
      <translation>Das Körperschema speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Save the changes shown as an Excel workbook or CSV (Ctrl+T)</source>
      <translation>Die gezeigten Änderungen als Excel-Arbeitsmappe oder CSV speichern (Strg+T)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Save the lines shown as an Excel workbook or CSV (Ctrl+T)</source>
      <translation>Die gezeigten Zeilen als Excel-Arbeitsmappe oder CSV speichern (Strg+T)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Save the queries shown as a list for the site</source>
      <translation>Die gezeigten Rückfragen als Liste für das Zentrum speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>Save the verification</source>
      <translation>Die Prüfung speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient.py" />
      <source>Save this panel…</source>
      <translation>Dieses Feld speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/tables.py" />
      <source>Save “{title}”</source>
      <translation>„{title}“ speichern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Saved filters</source>
      <translation>Gespeicherte Filter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/saved_filters.py" />
      <source>Saved the filter “{name}” for this study.</source>
      <translation>Der Filter „{name}“ wurde für diese Studie gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>Saved the plan to {name}.</source>
      <translation>Der Plan wurde als {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Saved the report to {name}.</source>
      <translation>Der Bericht wurde als {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Saved to {name}.</source>
      <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>Saved {files}; {name} lists them.</source>
      <translation>{files} gespeichert; {name} listet sie auf.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>Saved {name} in {parent}.</source>
      <translation>{name} gespeichert in {parent}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/profiles.py" />
      <source>Saved {n} patients to {name}.</source>
      <translation>{n} Patienten als {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>Saved {n} to {where}. {note}</source>
      <translation>{n} als {where} gespeichert. {note}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/tables.py" />
      <source>Saved {rows} to {name}.</source>
      <translation>{rows} als {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose.py" />
      <source>Save…</source>
      <translation>Speichern…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>Saving …</source>
      <translation>Speichern …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>Saving: {words}</source>
      <translation>Speichern: {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Say below the figure which file it is from</source>
      <translation>Unter der Abbildung sagen, aus welcher Datei sie ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Say of each sheet and column what it is</source>
      <translation>Von jedem Blatt und jeder Spalte sagen, was sie ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Say what became of the selected queries</source>
      <translation>Sagen, was aus den gewählten Rückfragen geworden ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Say yourself what the sheets and columns are</source>
      <translation>Selbst sagen, was die Blätter und Spalten sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Scale of global assessments</source>
      <translation>Skala der Globalurteile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Scaled residual</source>
      <translation>Skaliertes Residuum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Screen failure</source>
      <translation>Screening nicht bestanden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Screen failure (n = {1})</source>
      <translation>Screening nicht bestanden (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Screen failures</source>
      <translation>Screening nicht bestanden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Screened</source>
      <translation>Gescreent</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Screened (n = {1})</source>
      <translation>Gescreent (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Scroll the page; zoom in time where nothing is to be scrolled</source>
      <translation>Seite rollen; in der Zeit zoomen, wo nichts zu rollen ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>Se&amp;x</source>
      <translation>Gesch&amp;lecht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>Search changes</source>
      <translation>Änderungen durchsuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>Search issues</source>
      <translation>Befunde durchsuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_panels.py" />
      <source>Search measurements</source>
      <translation>Messwerte suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Search terms</source>
      <translation>Begriffe suchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Search the manual</source>
      <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>Search the manual (Enter: next place)</source>
      <translation>Handbuch durchsuchen (Eingabetaste: nächste Stelle)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/table_pane.py" />
      <source>Search the table</source>
      <translation>Tabelle durchsuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/table_pane.py" />
      <source>Search {name}</source>
      <translation>{name} durchsuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Secondary endpoints, in order</source>
      <translation>Sekundäre Endpunkte, der Reihe nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>Sensitivity</source>
      <translation>Sensitivität</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Serious</source>
      <translation>Schwerwiegend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>Serious events</source>
      <translation>Schwerwiegende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Serious: Y, N or not said</source>
      <translation>Schwerwiegend: Y, N oder nicht angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Set status</source>
      <translation>Status setzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Settings of endpoints</source>
      <translation>Einstellungen der Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Several readings of one day</source>
      <translation>Mehrere Messungen an einem Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Severity</source>
      <translation>Schweregrad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Sex and age</source>
      <translation>Geschlecht und Alter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Sex, n (%)</source>
      <translation>Geschlecht, n (%)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Sex: F, M or as written</source>
      <translation>Geschlecht: F, M oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Sheet</source>
      <translation>Blatt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>Sheet “{name}” has a fault that stopped the usual reader; a second, slower one read it, so compare a few of its values with Excel.</source>
      <translation>Blatt „{name}“ hat einen Fehler, der den üblichen Leser anhielt; ein zweiter, langsamerer las es, vergleichen Sie daher einige Werte mit Excel.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Sheet “{name}” has headings but no rows.</source>
      <translation>Blatt „{name}“ hat Überschriften, aber keine Zeilen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/tables/several_tables.py" />
      <source>Sheet “{name}” holds {n} tables with the same headings ({headings}), each under a title of its own: each was read as a sheet, “{first_name}” to “{last}”.</source>
      <translation>Blatt „{name}“ enthält {n} Tabellen mit denselben Überschriften ({headings}), jede unter eigenem Titel: Jede wurde als Blatt gelesen, „{first_name}“ bis „{last}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Sheet “{name}” is hidden in Excel; it was looked at too.</source>
      <translation>Blatt „{name}“ ist in Excel ausgeblendet; es wurde auch angesehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Sheet “{name}” was not read ({why}){rows}.</source>
      <translation>Blatt „{name}“ wurde nicht gelesen ({why}){rows}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/fit.py" />
      <source>Sheet “{sheet}” cannot be read as the mapping says ({role}): it needs {what}.</source>
      <translation>Blatt „{sheet}“ lässt sich nicht lesen, wie die Zuordnung sagt ({role}): Es braucht {what}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_rows.py" />
      <source>Sheet “{sheet}” has no column that names the patient. Is each row a patient?</source>
      <translation>Blatt „{sheet}“ hat keine Spalte, die den Patienten nennt. Ist jede Zeile ein Patient?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Sheet “{sheet}” has no row of headings: what are its columns?</source>
      <translation>Blatt „{sheet}“ hat keine Zeile mit Überschriften: Was sind seine Spalten?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/match.py" />
      <source>Sheet “{sheet}” has the columns that the mapping has for “{name}” and was read so.</source>
      <translation>Blatt „{sheet}“ hat die Spalten, die die Zuordnung für „{name}“ hat, und wurde so gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/match.py" />
      <source>Sheet “{sheet}” is not in the mapping; it was read as it was recognised.</source>
      <translation>Blatt „{sheet}“ ist nicht in der Zuordnung; es wurde gelesen, wie es erkannt wurde.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Sheet “{sheet}” names patients and nothing else that we know: what are its rows?</source>
      <translation>Blatt „{sheet}“ nennt Patienten und nichts anderes Bekanntes: Was sind seine Zeilen?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/sheet_list.py" />
      <source>Sheets</source>
      <translation>Blätter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/sheets_table.py" />
      <source>Sheets of the file</source>
      <translation>Blätter der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>Sheets {listed} are called like arms and were taken for them.</source>
      <translation>Blätter {listed} heißen wie Arme und wurden dafür genommen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>Sheets {listed} number their rows anew: the same number on two of them was taken for two patients.</source>
      <translation>Blätter {listed} nummerieren ihre Zeilen neu: Dieselbe Nummer auf zweien wurde für zwei Patienten genommen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/copies.py" />
      <source>Sheets “{sheet}” and “{sheet2}” have {same} rows in common and differ in a few: which one counts?</source>
      <translation>Blätter „{sheet}“ und „{sheet2}“ haben {same} Zeilen gemeinsam und unterscheiden sich in wenigen: Welches zählt?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>Shift of the arm</source>
      <translation>Verschiebung des Arms</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>Shift of the missing changes</source>
      <translation>Verschiebung der fehlenden Veränderungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Shift of the missing changes of {who}, {unit}</source>
      <translation>Verschiebung der fehlenden Veränderungen von {who}, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>Shift of the reference</source>
      <translation>Verschiebung der Referenz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Shift of those of {who}, {unit}</source>
      <translation>Verschiebung derer von {who}, {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>Shift the missing changes by this much instead of by minus the estimate</source>
      <translation>Die fehlenden Veränderungen um so viel verschieben statt um minus den Schätzwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Shift+click in the list</source>
      <translation>Umschalt+Klick in der Liste</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Short name of the time</source>
      <translation>Kurzname der Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Show &amp;hints on pages seen for the first time</source>
      <translation>&amp;Hinweise auf Seiten zeigen, die zum ersten Mal zu sehen sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Show &amp;log file</source>
      <translation>&amp;Protokolldatei zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Show every hint once &amp;more</source>
      <translation>&amp;Jeden Hinweis noch einmal zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient.py" />
      <source>Show in Details</source>
      <translation>In den Details zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Show no more hints</source>
      <translation>Keine Hinweise mehr zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Show the record in the details</source>
      <translation>Den Eintrag in den Details zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Show their f&amp;older</source>
      <translation>Ihren &amp;Ordner zeigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>Show what is not shown, and all issues</source>
      <translation>Zeigen, was nicht gezeigt ist, und alle Befunde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Si&amp;ze</source>
      <translation>Größ&amp;e</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>Single column, 85 mm</source>
      <translation>Eine Spalte, 85 mm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Site</source>
      <translation>Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Size of the text, per cent of the system’s</source>
      <translation>Größe der Schrift, in Prozent der Systemgröße</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Skin</source>
      <translation>Haut</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/skin_map.py" />
      <source>Skin map{patient}</source>
      <translation>Hautbefund{patient}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Skin score better</source>
      <translation>Hautscore besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Skin score prorated with up to</source>
      <translation>Hautscore hochgerechnet bei bis zu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Skin score with sites missing</source>
      <translation>Hautscore mit fehlenden Stellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Skin score worse</source>
      <translation>Hautscore schlechter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/totals.py" />
      <source>Skin scores</source>
      <translation>Hautscores</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>Slide 16:9, 254 × 143 mm</source>
      <translation>Folie 16:9, 254 × 143 mm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Slides (PPTX)</source>
      <translation>Folien (PPTX)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Slope of {what} a year</source>
      <translation>Steigung von {what} im Jahr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Slope per month</source>
      <translation>Steigung je Monat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Slope per year</source>
      <translation>Steigung je Jahr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/slope_model.py" />
      <source>Slope: no interval, for {why}.</source>
      <translation>Steigung: kein Intervall, denn {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Small multiples</source>
      <translation>Einzelbilder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>Somebody has said something else since: nothing was taken back.</source>
      <translation>Jemand hat seither etwas anderes gesagt: Nichts wurde zurückgenommen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/errors.py" />
      <source>Something went wrong in sscviewer. Your file is as it was; you can go on working.</source>
      <translation>In sscviewer ist etwas schiefgegangen. Ihre Datei ist, wie sie war; Sie können weiterarbeiten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/swimmer.py" />
      <source>Sort</source>
      <translation>Sortieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Sort patients by</source>
      <translation>Patienten sortieren nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Specimen</source>
      <translation>Probe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>St&amp;yle</source>
      <translation>S&amp;til</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Stable</source>
      <translation>Stabil</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Standard name</source>
      <translation>Standardname</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Standing</source>
      <translation>Stand</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Start</source>
      <translation>Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Start &amp;again</source>
      <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Start date</source>
      <translation>Startdatum</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Start day</source>
      <translation>Beginn, Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Start of its random numbers</source>
      <translation>Startwert der Zufallszahlen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Start, study day</source>
      <translation>Beginn, Studientag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Start, study day of the first possible day</source>
      <translation>Beginn, Studientag des ersten möglichen Tages</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Status shown</source>
      <translation>Gezeigter Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Step 1 excludes from revised CRISS too</source>
      <translation>Schritt 1 schließt auch vom revidierten CRISS aus</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/step_one.py" />
      <source>Step 1 is read from {seen}; treatment, ejection fraction and catheter findings are not read.</source>
      <translation>Schritt 1 wird aus {seen} gelesen; Behandlung, Ejektionsfraktion und Katheterbefunde werden nicht gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Step 1 of CRISS asks for it.</source>
      <translation>Schritt 1 des CRISS fragt danach.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/step_one.py" />
      <source>Step 1: {said}.</source>
      <translation>Schritt 1: {said}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Stop</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Stop &amp;using checks of your own</source>
      <translation>Eigene Prüfungen nicht mehr ver&amp;wenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Stop for other reasons</source>
      <translation>Abbruch aus anderen Gründen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Stop of treatment</source>
      <translation>Ende der Behandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Stopped</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Stopped (n = {1})</source>
      <translation>Abgebrochen (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Stopped early</source>
      <translation>Vorzeitig abgebrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/therapeutic_index.py" />
      <source>Stopped leaves out who was lost to follow-up: {lost}.</source>
      <translation>„Abgebrochen“ lässt aus, wer nicht mehr erreichbar war: {lost}.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Stopping early</source>
      <translation>Vorzeitiger Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Stopping, by reason</source>
      <translation>Abbruch, nach Grund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>Stops</source>
      <translation>Abbrüche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Strength of a tablet</source>
      <translation>Stärke einer Tablette</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Study &amp;days</source>
      <translation>&amp;Studientage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Study day</source>
      <translation>Studientag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Study day it was measured</source>
      <translation>Studientag der Messung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/page_table.py" />
      <source>Study days: day 1 is the first dose, the day before it −1. What is not shown is counted at the foot.</source>
      <translation>Studientage: Tag 1 ist die erste Dosis, der Tag davor −1. Was nicht gezeigt ist, wird unten gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/trial_tables.py" />
      <source>Study days; n is patients with a value that counts for the visit.</source>
      <translation>Studientage; n sind Patienten mit einem Wert, der für die Visite zählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Study terminated by sponsor</source>
      <translation>Studie vom Sponsor beendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Study terminated by sponsor (n = {1})</source>
      <translation>Studie vom Sponsor beendet (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Style</source>
      <translation>Stil</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/subgroups.py" />
      <source>Subgroups</source>
      <translation>Subgruppen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>Subgroups are exploratory; one of them is read only beside its test of interaction.</source>
      <translation>Subgruppen sind explorativ; eine einzelne liest man nur zusammen mit ihrem Interaktionstest.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/visit_checks.py" />
      <source>Subject {subject} has more than one {response} at {visit} {name} ({n} such subject-visits in all): each visit can have one value.</source>
      <translation>Patient {subject} hat mehr als einen Wert von {response} bei {visit} {name} (insgesamt {n} solche Visiten): Jede Visite kann nur einen Wert haben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Subset, n (%)</source>
      <translation>Subtyp, n (%)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Subset: DIFFUSE, LIMITED or as written</source>
      <translation>Subtyp: DIFFUSE, LIMITED oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Subset: dc diffuse, lc limited cutaneous</source>
      <translation>Subtyp: dc diffus, lc limitiert kutan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>Symptoms and fibrosis on HRCT, which count with a fall of 5 to &lt; 10 %, are not in the file.</source>
      <translation>Symptome und Fibrose in der HRCT, die bei einem Abfall um 5 bis &lt; 10 % zählen, sind nicht in der Datei.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>System organ &amp;class</source>
      <translation>System&amp;organklasse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>System organ class</source>
      <translation>Systemorganklasse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>T&amp;imes in</source>
      <translation>&amp;Zeiten in</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_choices.py" />
      <source>TIFF picture</source>
      <translation>TIFF-Bild</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>Table 1</source>
      <translation>Tabelle 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Table of reviews</source>
      <translation>Tabelle der Durchsicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Tables and scripts for a statistician</source>
      <translation>Tabellen und Skripte für die Statistik</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Tables by dose up to</source>
      <translation>Tabellen nach Dosis bis zu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Table…</source>
      <translation>Tabelle…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Take all conditions away (Ctrl+Z brings them back)</source>
      <translation>Alle Bedingungen entfernen (Strg+Z bringt sie zurück)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>Take away: {words}</source>
      <translation>Entfernen: {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Take in ans&amp;wers…</source>
      <translation>Antworten &amp;übernehmen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>Take in answers</source>
      <translation>Antworten übernehmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>Take in answers…</source>
      <translation>Antworten übernehmen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Take the last change back</source>
      <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Taken to the end within</source>
      <translation>Bis zum Ende genommen innerhalb von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Takes back</source>
      <translation>Nimmt zurück</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Temple’s corollary</source>
      <translation>Temples Korollar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Ten patients &amp;back</source>
      <translation>Zehn Patienten z&amp;urück</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Ten patients &amp;on</source>
      <translation>Zehn Patienten &amp;weiter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Term or organ class</source>
      <translation>Begriff oder Organklasse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Terms</source>
      <translation>Begriffe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>Terms by dose</source>
      <translation>Begriffe nach Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Terms counted together</source>
      <translation>Zusammen gezählte Begriffe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Terms of a group count as one event, each patient once. A group has a row of its own in every table; its terms keep theirs. Groups are kept for the next file of the same shape.</source>
      <translation>Die Begriffe einer Gruppe zählen als ein Ereignis, jeder Patient einmal. Eine Gruppe hat in jeder Tabelle ihre eigene Zeile; ihre Begriffe behalten die ihren. Gruppen werden für die nächste Datei dieser Form gespeichert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Test code</source>
      <translation>Testcode</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Test with values without a grade</source>
      <translation>Test mit Werten ohne Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Test, too low ↓ or too high ↑</source>
      <translation>Test, zu niedrig ↓ oder zu hoch ↑</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/changes.py" />
      <source>Tests</source>
      <translation>Tests</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>Tests named in the rows. Say what a test is where its name is not known, and its unit where it has none.</source>
      <translation>Tests, die in den Zeilen genannt sind. Sagen Sie, was ein Test ist, wo sein Name nicht bekannt ist, und seine Einheit, wo sie fehlt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Text &amp;size:</source>
      <translation>&amp;Schriftgröße:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>Text size</source>
      <translation>Schriftgröße</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/password.py" />
      <source>That password does not open the file. Check capitals and keyboard and try again.</source>
      <translation>Dieses Passwort öffnet die Datei nicht. Prüfen Sie Großschreibung und Tastatur und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/spaghetti_models.py" />
      <source>The % change is not modelled; see the change.</source>
      <translation>Die Veränderung in % wird nicht modelliert; siehe die Veränderung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/totals.py" />
      <source>The HAQ-DI {recorded:g} is not what its {given} give, which is {computed:.3f}{why}; the recorded index is used.</source>
      <translation>HAQ-DI {recorded:g} ist nicht, was die Einzelwerte ({given}) ergeben, nämlich {computed:.3f}{why}; der erfasste Index gilt.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>The age</source>
      <translation>Das Alter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>The answer holds for {named}{more} too.</source>
      <translation>Die Antwort gilt auch für {named}{more}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>The answer in one sentence</source>
      <translation>Die Antwort in einem Satz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/questions.py" />
      <source>The answer is not remembered: {error}</source>
      <translation>Die Antwort wird nicht gemerkt: {error}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>The answers of {name} are not kept: there is no place for them.</source>
      <translation>Die Antworten aus {name} werden nicht gespeichert: Es gibt keinen Ort dafür.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The baseline is</source>
      <translation>Der Ausgangswert ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The baseline value, if adjusted for, has</source>
      <translation>Der Ausgangswert hat, falls dafür adjustiert wird,</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>The cell holds a formula that was never calculated and was read as empty; open the file in Excel, save it, and load it again.</source>
      <translation>Die Zelle enthält eine nie berechnete Formel und wurde als leer gelesen; öffnen Sie die Datei in Excel, speichern Sie sie und laden Sie sie neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>The cell holds the Excel error {text} instead of a value; nothing is drawn or computed from it.</source>
      <translation>Die Zelle enthält den Excel-Fehler {text} statt eines Werts; daraus wird nichts gezeichnet oder berechnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>The change from baseline of a measurement, by so much or more:</source>
      <translation>Die Veränderung eines Messwerts gegenüber Baseline, um so viel oder mehr:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>The change is {where} the published least changes that matter, {low:g} to {high:g}.</source>
      <translation>Die Veränderung ist {where} den veröffentlichten kleinsten Veränderungen von Bedeutung, {low:g} bis {high:g}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>The checks cannot be dropped: the folder is not writable.</source>
      <translation>Die Prüfungen können nicht entfernt werden: In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>The checks of {name} cannot be kept: the folder is not writable.</source>
      <translation>Die Prüfungen von {name} können nicht gespeichert werden: In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>The comment cannot be kept of: {patients}. Copy it, or make room; to leave without it, close the window again.</source>
      <translation>Der Kommentar kann nicht aufbewahrt werden bei: {patients}. Kopieren Sie ihn oder schaffen Sie Platz; um ohne ihn zu gehen, schließen Sie das Fenster noch einmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>The comment could not be kept, and is lost, of: {patients}.</source>
      <translation>Der Kommentar konnte nicht aufbewahrt werden und ist verloren bei: {patients}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/faults.py" />
      <source>The computer has no memory left for that. Close other programs and do it again; your file is as it was.</source>
      <translation>Der Computer hat dafür keinen Arbeitsspeicher mehr frei. Schließen Sie andere Programme und versuchen Sie es noch einmal; Ihre Datei ist, wie sie war.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/mean_cumulative.py" />
      <source>The count is an average over patients: a few patients with many events can carry it.</source>
      <translation>Die Zahl ist ein Mittel über Patienten: Wenige Patienten mit vielen Ereignissen können sie tragen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The covariance between visits is</source>
      <translation>Die Kovarianz zwischen Visiten ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>The covariance of the random effects is singular: {what}. Intervals rest on fewer variance parameters.</source>
      <translation>Die Kovarianz der zufälligen Effekte ist singulär: {what}. Die Intervalle beruhen auf weniger Varianzparametern.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>The date of birth</source>
      <translation>Das Geburtsdatum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>The date of the visit</source>
      <translation>Das Datum der Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>The demo trial is missing from this installation. Install sscviewer again.</source>
      <translation>Die Demostudie fehlt in dieser Installation. Installieren Sie sscviewer neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>The document of the verification</source>
      <translation>Das Dokument der Prüfung</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>The dose</source>
      <translation>Die Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>The dose from {day} begins before the previous one ends ({other_day}); both are kept as recorded.</source>
      <translation>Die Dosis ab {day} beginnt, bevor die vorige endet ({other_day}); beide bleiben wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>The dose log holds {listed}, which the same patients had: which is the trial’s drug?</source>
      <translation>Das Dosisprotokoll enthält {listed}, die dieselben Patienten hatten: Welches ist das Prüfmedikament?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>The dose of {dose} {unit} is far from those of all other patients ({lowest} to {highest}), perhaps a nought too {what}; it is shown and counted as recorded.</source>
      <translation>Die Dosis von {dose} {unit} liegt weit von denen aller anderen Patienten ({lowest} bis {highest}), vielleicht eine Null zu {what}; sie wird gezeigt und gezählt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>The dose of {name}</source>
      <translation>Die Dosis von {name}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>The dose of {name} {unit} begins on {day}, as another dose without an end does; the two are taken together unless the plan says otherwise. If one replaced the other, give that one its end.</source>
      <translation>Die Dosis von {name} {unit} beginnt am {day} wie eine andere Dosis ohne Ende; beide werden zusammengezählt, wenn der Plan nichts anderes sagt. Hat eine die andere ersetzt, geben Sie dieser ihr Ende.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The dose question</source>
      <translation>Die Dosisfrage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>The drug was</source>
      <translation>Das Medikament wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/disposition.py" />
      <source>The drug was withdrawn for adverse event “{event}”, but by the disposition sheet patient {usubjid} {ended}; both are shown, the disposition counts.</source>
      <translation>Das Medikament wurde wegen des unerwünschten Ereignisses „{event}“ abgesetzt, aber nach dem Blatt des Verbleibs gilt für Patient {usubjid}: {ended}; beides wird gezeigt, der Verbleib zählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>The events of a class share one lane; a click on its name folds one</source>
      <translation>Die Ereignisse einer Klasse teilen sich eine Spur; ein Klick auf ihren Namen klappt eine ein</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/levels.py" />
      <source>The file does not record this, so there is no rate of it.</source>
      <translation>Die Datei erfasst dies nicht, deshalb gibt es keine Rate davon.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>The file does not say who completed or stopped.</source>
      <translation>Die Datei sagt nicht, wer abgeschlossen oder abgebrochen hat.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>The file does not say who was randomised: counted were {words}.</source>
      <translation>Die Datei sagt nicht, wer randomisiert wurde: gezählt wurden {words}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/ages.py" />
      <source>The file gives no age of {n} of {total} patients; it is worked out from the date of birth, in completed years on day 1.</source>
      <translation>Die Datei gibt kein Alter von {n} von {total} Patienten; es wird aus dem Geburtsdatum berechnet, in vollendeten Jahren an Tag 1.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/own_visits.py" />
      <source>The file gives no planned time for some visits; it is taken to be the middle of the days on which most patients were seen ({said}).</source>
      <translation>Die Datei gibt für einige Visiten keine geplante Zeit; genommen wird die Mitte der Tage, an denen die meisten Patienten gesehen wurden ({said}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>The file gives no time between its visits. Dates, study times or the unit of numbered visits can be given in File, Map columns.</source>
      <translation>Die Datei gibt keine Zeit zwischen ihren Visiten an. Daten, Studienzeiten oder die Einheit nummerierter Visiten können unter Datei, Spalten zuordnen angegeben werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/page_table.py" />
      <source>The file gives no time between its visits. What is not shown is counted at the foot.</source>
      <translation>Die Datei gibt keine Zeit zwischen den Visiten an. Was nicht gezeigt wird, ist unten gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/visit_order.py" />
      <source>The file gives no time between its visits; they stand in their order, equally far apart ({listed}). Nothing that needs a time (rates, slopes, times to events) is given. A column of dates or study times, or the unit of numbered visits, can be given in File, Map columns.</source>
      <translation>Die Datei gibt keine Zeit zwischen ihren Visiten an; sie stehen in ihrer Reihenfolge in gleichen Abständen ({listed}). Was eine Zeit braucht (Raten, Steigungen, Zeiten bis zu Ereignissen), wird nicht angegeben. Eine Spalte mit Daten oder Studienzeiten oder die Einheit nummerierter Visiten kann unter Datei, Spalten zuordnen angegeben werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>The file gives no time: every event counts.</source>
      <translation>Die Datei gibt keine Zeit an: Jedes Ereignis zählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>The file has neither the action taken for adverse events nor the reason of every cut of the dose: which events were dose-limiting is not known, so that nothing is said of tolerability.</source>
      <translation>Die Datei hat weder die Maßnahme bei unerwünschten Ereignissen noch den Grund jeder Dosissenkung: Welche Ereignisse dosislimitierend waren, ist nicht bekannt, sodass über die Verträglichkeit nichts gesagt wird.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/absence.py" />
      <source>The file has no ALT or AST, or no bilirubin.</source>
      <translation>Die Datei hat weder ALT noch AST oder kein Bilirubin.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>The file has no adverse event with a start: none can be set beside a dose.</source>
      <translation>Die Datei hat kein unerwünschtes Ereignis mit Beginn: Keines kann einer Dosis zugeordnet werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>The file has no column {what}: counted were {words}.</source>
      <translation>Die Datei hat keine Spalte {what}: gezählt wurden {words}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>The file has no date of a first dose: every event counts that is not known to precede day 1.</source>
      <translation>Die Datei hat kein Datum einer ersten Dosis: Jedes Ereignis zählt, das nicht sicher vor Tag 1 liegt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>The file has no dose log with dated doses: which dose is tolerated cannot be told.</source>
      <translation>Die Datei hat kein Dosisprotokoll mit datierten Dosen: Welche Dosis vertragen wird, lässt sich nicht sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>The file has one arm: there is nothing to compare.</source>
      <translation>Die Datei hat einen Arm: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/profiles.py" />
      <source>The filter leaves no patient: there is nothing to write.</source>
      <translation>Der Filter lässt keinen Patienten übrig: Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>The first dose of the log is on {day}, but the date of first dose of patient {patient} is {other_day}; day 1 is the recorded date.</source>
      <translation>Die erste Dosis des Protokolls ist am {day}, aber das Datum der ersten Dosis von Patient {patient} ist {other_day}; Tag 1 ist das erfasste Datum.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times.py" />
      <source>The first of {n}: {names}</source>
      <translation>Das erste von {n}: {names}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>The fits without time or with first events only lie outside the band: this {rest}.</source>
      <translation>Die Anpassungen ohne Zeit oder nur mit ersten Ereignissen liegen außerhalb des Bandes: Dies {rest}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>The font of the figures is missing, so their lines break elsewhere: install sscviewer again.</source>
      <translation>Die Schrift der Abbildungen fehlt, deshalb brechen ihre Zeilen anders um: Installieren Sie sscviewer neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_rates.py" />
      <source>The intervals take events as independent (Poisson); several events of one patient are not, so those of event rates are too narrow.</source>
      <translation>Die Intervalle nehmen Ereignisse als unabhängig (Poisson); mehrere eines Patienten sind das nicht, sodass die von Ereignisraten zu schmal sind.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/spirometry.py" />
      <source>The laboratory's FVC % predicted differs from NHANES III by more than {tolerance:g} points in {n} of {total} tests, so it uses another equation; its values are used.</source>
      <translation>Der Sollwert-Prozentsatz der FVC des Labors weicht von NHANES III um mehr als {tolerance:g} Punkte ab in {n} von {total} Tests, es verwendet also eine andere Gleichung; seine Werte werden verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>The language changes when the program is started again. Figures, tables, reports and the paragraphs in words are always in English, with a point before the decimals.</source>
      <translation>Die Sprache ändert sich beim nächsten Start des Programms. Abbildungen, Tabellen, Berichte und die Absätze in Worten sind immer englisch, mit Punkt vor den Nachkommastellen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>The last change</source>
      <translation>Die letzte Änderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>The last {n} of {total} are shown.</source>
      <translation>Die letzten {n} von {total} sind zu sehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>The letters of the arms are not kept: the next pack will have others.</source>
      <translation>Die Buchstaben der Arme werden nicht gespeichert: Die nächsten Unterlagen werden andere haben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>The likelihood also rises towards a singular covariance matrix; the estimates are those of its regular maximum. Compare with a plainer covariance model.</source>
      <translation>Die Likelihood steigt auch gegen eine singuläre Kovarianzmatrix an; die Schätzungen sind die ihres regulären Maximums. Vergleichen Sie mit einem einfacheren Kovarianzmodell.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_lines.py" />
      <source>The line has no interval, for {why}.</source>
      <translation>Die Linie hat kein Intervall, denn {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>The line on which pain, Raynaud and others were marked.</source>
      <translation>Die Linie, auf der Schmerz, Raynaud und anderes markiert wurden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>The list will have {rows}.</source>
      <translation>Die Liste wird {rows} haben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>The mapping does not fit “{name}”. {misfit}</source>
      <translation>Die Zuordnung passt nicht zu „{name}“. {misfit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/fit.py" />
      <source>The mapping expects a column “{name}” on sheet “{sheet}”, which has none; what it would hold is missing.</source>
      <translation>Die Zuordnung erwartet eine Spalte „{name}“ auf Blatt „{sheet}“, das keine hat; was sie enthielte, fehlt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/match.py" />
      <source>The mapping has a sheet “{name}”, which is not in this file; that part was not used.</source>
      <translation>Die Zuordnung hat ein Blatt „{name}“, das nicht in dieser Datei ist; dieser Teil wurde nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/check.py" />
      <source>The mapping is wrong at {place}: {why}.</source>
      <translation>Die Zuordnung ist falsch bei {place}: {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/library.py" />
      <source>The mapping kept for this file was not used. {error}</source>
      <translation>Die für diese Datei aufgehobene Zuordnung wurde nicht verwendet. {error}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>The mean change cannot be estimated.</source>
      <translation>Die mittlere Veränderung lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/tipping_grid.py" />
      <source>The model has no difference at the visit.</source>
      <translation>Das Modell hat keine Differenz bei der Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>The next trial</source>
      <translation>Die nächste Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The next trial has</source>
      <translation>Die nächste Studie hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>The numbers in “{written}” start again in each “{written2}”: patients are called centre and number, as in {next}.</source>
      <translation>Die Nummern in „{written}“ beginnen in jedem „{written2}“ neu: Patienten heißen Zentrum und Nummer, wie in {next}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/decrypt.py" />
      <source>The password does not open “{name}”: check capitals and keyboard and try again.</source>
      <translation>Das Passwort öffnet „{name}“ nicht: Prüfen Sie Groß- und Kleinschreibung und Tastatur und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>The picture shows the {most_drawn} {which}; {left_out} more are in the table.</source>
      <translation>Das Bild zeigt die {most_drawn} {which}; {left_out} weitere stehen in der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>The plan</source>
      <translation>Der Plan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/change_words.py" />
      <source>The plan compares the slope of the primary endpoint: its P value here, and by it those of others, is of the last visit, while the results in words go by the slope.</source>
      <translation>Der Plan vergleicht die Steigung des primären Endpunkts: Sein P-Wert hier, und danach die der anderen, gilt für die letzte Visite, während die Ergebnisse in Worten der Steigung folgen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/keep_plan.py" />
      <source>The plan is not kept for the next export: {library} cannot be written to.</source>
      <translation>Der Plan wird nicht für den nächsten Export gespeichert: In {library} kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/change_words.py" />
      <source>The plan names no primary endpoint: P values are exploratory and not adjusted.</source>
      <translation>Der Plan nennt keinen primären Endpunkt: P-Werte sind explorativ und nicht adjustiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>The plan of {name} is in force.</source>
      <translation>Der Plan aus {name} gilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>The plan of {name} is in force; {lines}.</source>
      <translation>Der Plan aus {name} gilt; {lines}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>The program’s</source>
      <translation>Die des Programms</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>The queries are not in the log: the list is numbered for this time only.</source>
      <translation>Die Rückfragen sind nicht im Protokoll: Die Liste ist nur für dieses Mal nummeriert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>The random-slope model cannot be estimated, because {reason}.</source>
      <translation>Das Modell mit zufälligen Steigungen lässt sich nicht schätzen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>The rate: {reason}</source>
      <translation>Die Rate: {reason}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>The reference cases could not be computed: install sscviewer again.</source>
      <translation>Die Referenzfälle konnten nicht berechnet werden: Installieren Sie sscviewer neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>The reference is not shifted.</source>
      <translation>Die Referenz ist nicht verschoben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/exposure.py" />
      <source>The relative dose intensity is not reported: no planned dose schedule is set, and no workbook states one.</source>
      <translation>Die relative Dosisintensität wird nicht berichtet: Kein Dosisschema ist im Plan gesetzt, und keine Arbeitsmappe nennt eines.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>The report</source>
      <translation>Der Bericht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/fit.py" />
      <source>The response is constant or fully explained by the fixed effects: nothing varies.</source>
      <translation>Die Zielgröße ist konstant oder durch die festen Effekte ganz erklärt: Nichts streut.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/rows_of_people.py" />
      <source>The rows of sheet “{sheet}” have neither visit nor date. Are they one patient's, as “{name}” above them says, or is each a patient?</source>
      <translation>Die Zeilen des Blatts „{sheet}“ haben weder Visite noch Datum. Sind sie von einem Patienten, wie „{name}“ darüber sagt, oder ist jede ein Patient?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>The rules hold for all views of the page and for the paragraphs in words.</source>
      <translation>Die Regeln gelten für alle Ansichten der Seite und für die Absätze in Worten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The safety board</source>
      <translation>Das Safety Board</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>The safety board's pack, open and closed</source>
      <translation>Die Unterlagen für das Safety Board, offen und geschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/planned_dose.py" />
      <source>The schedule does not say until which day it goes: write for example “{example}”.</source>
      <translation>Der Plan sagt nicht, bis zu welchem Tag er gilt: Schreiben Sie zum Beispiel „{example}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>The sentences are English, as reports take them.</source>
      <translation>Die Sätze sind englisch, wie Berichte sie übernehmen.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>The sex</source>
      <translation>Das Geschlecht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/patients.py" />
      <source>The sex of {patient} is written “{word}”, which does not tell who is female: map its words; no predicted value of the lung is computed for them.</source>
      <translation>Das Geschlecht ({patient}) ist als „{word}“ geschrieben, was nicht sagt, wer weiblich ist: Ordnen Sie die Wörter zu; Sollwerte der Lunge werden für sie nicht berechnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/library.py" />
      <source>The sheets and columns are read as you mapped them in an earlier export of the same shape (File ▸ Map columns… shows and changes it).</source>
      <translation>Blätter und Spalten werden gelesen, wie Sie sie in einem früheren Export gleicher Form zugeordnet haben (Datei ▸ Spalten zuordnen… zeigt und ändert es).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_pane.py" />
      <source>The skin of this patient was never scored site by site.</source>
      <translation>Die Haut dieses Patienten wurde nie nach einzelnen Stellen beurteilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/skin.py" />
      <source>The skin score of the {site} is {value:g} ({when}), but the subset of patient {usubjid} is limited, which spares upper arms, thighs, chest and abdomen; the subset is used as recorded.</source>
      <translation>Der Hautscore ({site}) ist {value:g} ({when}), aber der Subtyp von Patient {usubjid} ist limitiert, der Oberarme, Oberschenkel, Brust und Bauch verschont; der Subtyp wird verwendet wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/totals.py" />
      <source>The skin score total {recorded:g} is not the sum of its 17 sites, which is {computed:g}; the recorded total is used.</source>
      <translation>Der Hautscore {recorded:g} ist nicht die Summe der 17 Stellen, nämlich {computed:g}; die erfasste Summe gilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/record_words.py" />
      <source>The status “{text}” is not one we know; the patient is counted under it as written.</source>
      <translation>Der Status „{text}“ ist nicht bekannt; der Patient wird darunter gezählt, wie geschrieben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/planned_dose.py" />
      <source>The steps of a schedule begin on day 1 and go up to the last planned day.</source>
      <translation>Die Stufen eines Plans beginnen an Tag 1 und gehen bis zum letzten geplanten Tag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The stopping rule is about</source>
      <translation>Die Abbruchregel betrifft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>The study</source>
      <translation>Die Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/skin.py" />
      <source>The subset of patient {usubjid} is diffuse, but upper arms, thighs, chest and abdomen have the skin score 0 at every visit; the subset is used as recorded.</source>
      <translation>Der Subtyp von Patient {usubjid} ist diffus, aber Oberarme, Oberschenkel, Brust und Bauch haben bei jeder Visite den Hautscore 0; der Subtyp wird verwendet wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/who_tables.py" />
      <source>The sums agree.</source>
      <translation>Die Summen stimmen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>The total is missing</source>
      <translation>Die Summe fehlt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/change_words.py" />
      <source>The trend is the slope on the doses {words}, in place of a mean for each arm.</source>
      <translation>Der Trend ist die Steigung über die Dosen {words} anstelle eines Mittelwerts je Arm.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/one_arm.py" />
      <source>The trial has several arms: what its arms differ by is under Change. Nothing historical is needed.</source>
      <translation>Die Studie hat mehrere Arme: Worin sie sich unterscheiden, steht unter „Veränderung“. Historisches wird nicht gebraucht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>The trial is being prepared by the plan …</source>
      <translation>Die Studie wird nach dem Plan vorbereitet …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/composites.py" />
      <source>The unit of CRP, “{what}”, is not one that can be converted to mg/dL.</source>
      <translation>Die Einheit von CRP, „{what}“, lässt sich nicht in mg/dL umrechnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/dose_words.py" />
      <source>The unit says that the dose is that of a day; how often it was taken divides it and does not multiply it ({records}).</source>
      <translation>Die Einheit sagt, dass die Dosis die eines Tages ist; wie oft sie genommen wurde, teilt sie und vervielfacht sie nicht ({records}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>The variables' labels of {sheet} come from the define.xml.</source>
      <translation>Die Namen der Variablen ({sheet}) kommen aus der define.xml.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/tolerance.py" />
      <source>The weekly hazard cannot be estimated from these weeks.</source>
      <translation>Das wöchentliche Risiko lässt sich aus diesen Wochen nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/dose_hazard.py" />
      <source>The weekly hazard cannot be estimated: the search for its maximum found none.</source>
      <translation>Das wöchentliche Risiko lässt sich nicht schätzen: Die Suche nach dem Maximum fand keines.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>The whole dose</source>
      <translation>Die ganze Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>The whole dose, or one tablet?</source>
      <translation>Die ganze Dosis oder eine Tablette?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>The whole issue</source>
      <translation>Der ganze Befund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/queries_table.py" />
      <source>The whole query</source>
      <translation>Die ganze Rückfrage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>The {name} covariance cannot be estimated, because {reason}</source>
      <translation>Die Kovarianz {name} lässt sich nicht schätzen: {reason}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>The {name} covariance leaves a mean with {df:.2g} degrees of freedom</source>
      <translation>Die Kovarianz {name} lässt einem Mittelwert {df:.2g} Freiheitsgrade</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/totals.py" />
      <source>The {name} {total:g} is not what its items give, which is {computed:.4g} ({cells}); the recorded one is used.</source>
      <translation>{name} {total:g} ist nicht, was die Einzelwerte ergeben, nämlich {computed:.4g} ({cells}); der erfasste Wert gilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/questionnaire.py" />
      <source>The {n} answers of the HAQ are coded 1 to 4 (one is 4, none is 0); they were read as 0 to 3, of which the index is made.</source>
      <translation>Die {n} Antworten des HAQ sind von 1 bis 4 kodiert (eine ist 4, keine 0); sie wurden als 0 bis 3 gelesen, woraus der Index entsteht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/one_arm.py" />
      <source>Their numbers are lines of the Plan page: One arm and what was known before</source>
      <translation>Ihre Zahlen sind Zeilen der Seite Plan: „One arm and what was known before“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>There are {n} values for {effects} fixed effects: too few for the model.</source>
      <translation>Auf {effects} feste Effekte kommen {n} Werte: zu wenige für das Modell.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>There is no MMRM to draw from.</source>
      <translation>Es gibt kein MMRM, aus dem zu ziehen wäre.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>There is no MMRM to shift.</source>
      <translation>Es gibt kein MMRM, das zu verschieben wäre.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>There is no model to look at.</source>
      <translation>Es gibt kein Modell zu betrachten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>There is no place to keep marks and comments, so nothing was marked.</source>
      <translation>Es gibt keinen Ort für Markierungen und Kommentare; nichts wurde markiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>There is no row with {response} and all covariates.</source>
      <translation>Es gibt keine Zeile mit {response} und allen Kovariaten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>There is one subject only: the variation between subjects cannot be estimated.</source>
      <translation>Es gibt nur einen Patienten: Die Streuung zwischen den Patienten lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/visit_windows.py" />
      <source>These days are in no window; the values are used by their date only.</source>
      <translation>Diese Tage sind in keinem Fenster; die Werte werden nur nach ihrem Datum verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>These patients have no adverse events.</source>
      <translation>Diese Patienten haben keine unerwünschten Ereignisse.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/visit_windows.py" />
      <source>These values have no date, and their visit no planned time; they are in no analysis over time.</source>
      <translation>Diese Werte haben kein Datum und ihre Visite keine geplante Zeit; sie sind in keiner Analyse über die Zeit.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/results.py" />
      <source>This could not be computed ({name}). The file and other views are as they were; what happened is in the log (Help ▸ Show log file).</source>
      <translation>Das konnte nicht berechnet werden ({name}). Die Datei und die anderen Ansichten sind, wie sie waren; was geschah, steht im Protokoll (Hilfe ▸ Protokolldatei zeigen).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/subgroups.py" />
      <source>This endpoint has no changes in two arms.</source>
      <translation>Dieser Endpunkt hat keine Veränderungen in zwei Armen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>This file does not say which events are serious. If it does, say in which column: File ▸ Map columns…</source>
      <translation>Diese Datei sagt nicht, welche Ereignisse schwerwiegend sind. Wenn doch, sagen Sie, in welcher Spalte: Datei ▸ Spalten zuordnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>This file has no adverse events. If it should, say which sheet they are on: File ▸ Map columns…</source>
      <translation>Diese Datei hat keine unerwünschten Ereignisse. Sollte sie welche haben, sagen Sie, auf welchem Blatt sie stehen: Datei ▸ Spalten zuordnen…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/preview/problems.py" />
      <source>This file has no column “{name}”.</source>
      <translation>Diese Datei hat keine Spalte „{name}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_pane.py" />
      <source>This file has no scores of single skin sites. If it does, name their columns as Face, Anterior chest, Abdomen, Fingers, Hand … with File ▸ Map columns.</source>
      <translation>Diese Datei hat keine Scores einzelner Hautstellen. Wenn doch, benennen Sie ihre Spalten als Face, Anterior chest, Abdomen, Fingers, Hand … mit Datei ▸ Spalten zuordnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>This folder does not exist. Choose another one.</source>
      <translation>Diesen Ordner gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>This sheet &amp;holds</source>
      <translation>Dieses Blatt &amp;enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/record_marks.py" />
      <source>This value is computed: mark the values of the file that it is made of.</source>
      <translation>Dieser Wert ist berechnet: Markieren Sie die Werte der Datei, aus denen er gebildet ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/waiting.py" />
      <source>This view is not computed: it was cancelled.</source>
      <translation>Diese Ansicht ist nicht berechnet: Sie wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook does not say when treatment began and how it ended. If sheets do, map it under File › Map columns…: the dates of first and last dose of “Patients”, and “End of study”.</source>
      <translation>Diese Arbeitsmappe sagt nicht, wann die Behandlung begann und wie sie endete. Wenn Blätter es sagen, ordnen Sie sie unter Datei › Spalten zuordnen… zu: Datum der ersten und letzten Dosis bei „Patienten“, und „Studienende“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook gives no time between its visits, so what needs one is not shown. If a column holds dates or study times, map it under File › Map columns…; there the unit of numbered visits is said, too.</source>
      <translation>Diese Arbeitsmappe gibt keine Zeit zwischen den Visiten an; was eine braucht, wird nicht gezeigt. Enthält eine Spalte Daten oder Studienzeiten, ordnen Sie sie unter Datei › Spalten zuordnen… zu; dort wird auch die Einheit nummerierter Visiten gesagt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>This workbook has no adverse-event sheet.</source>
      <translation>Diese Arbeitsmappe hat kein Blatt mit unerwünschten Ereignissen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook has no date of a first dose that was recognised. If a sheet holds it, map it under File › Map columns…: the dates of first and last dose of “Patients”, or “Doses of study drug”.</source>
      <translation>In dieser Arbeitsmappe wurde kein Datum einer ersten Dosis erkannt. Wenn ein Blatt es enthält, ordnen Sie es unter Datei › Spalten zuordnen… zu: Datum der ersten und letzten Dosis bei „Patienten“, oder „Dosen der Studienmedikation“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>This workbook has no dose sheet.</source>
      <translation>Diese Arbeitsmappe hat kein Blatt mit Dosen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook has no dose with a date that was recognised. If a sheet holds the doses, map it under File › Map columns…, as “Doses of study drug”, with dose, unit, start and end.</source>
      <translation>In dieser Arbeitsmappe wurde keine Dosis mit Datum erkannt. Wenn ein Blatt die Dosen enthält, ordnen Sie es unter Datei › Spalten zuordnen… zu, als „Dosen der Studienmedikation“, mit Dosis, Einheit, Beginn und Ende.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>This workbook has no dose with a date, so exposure cannot be computed.</source>
      <translation>Diese Arbeitsmappe hat keine Dosis mit Datum, sodass sich die Exposition nicht berechnen lässt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook has no endpoint measured at several visits, so no change can be modelled. If a sheet holds one, map it under File › Map columns…, as “Measurements”, with the visit or the date.</source>
      <translation>Diese Arbeitsmappe hat keinen Endpunkt, der bei mehreren Visiten gemessen wurde; eine Veränderung kann deshalb nicht modelliert werden. Wenn ein Blatt einen enthält, ordnen Sie es unter Datei › Spalten zuordnen… zu, als „Messwerte“, mit Visite oder Datum.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook has no laboratory values that were recognised. If a sheet holds some, map it under File › Map columns…, as “Measurements”, with result, unit and limits of normal.</source>
      <translation>In dieser Arbeitsmappe wurden keine Laborwerte erkannt. Wenn ein Blatt welche enthält, ordnen Sie es unter Datei › Spalten zuordnen… zu, als „Messwerte“, mit Ergebnis, Einheit und Normgrenzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook has no measurement that was recognised, such as FVC or a skin score. If a sheet holds some, map it under File › Map columns…, as “Measurements”.</source>
      <translation>In dieser Arbeitsmappe wurde kein Messwert wie FVC oder ein Hautscore erkannt. Wenn ein Blatt welche enthält, ordnen Sie es unter Datei › Spalten zuordnen… zu, als „Messwerte“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>This workbook has no sheet of measurements.</source>
      <translation>Diese Arbeitsmappe hat kein Blatt mit Messwerten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>This workbook neither says when treatment began and how it ended, nor gives times to events. If sheets do, map it under File › Map columns…: the dates of first and last dose of “Patients”, “End of study”, or “Times to events”.</source>
      <translation>Diese Arbeitsmappe sagt weder, wann die Behandlung begann und wie sie endete, noch nennt sie Zeiten bis zu Ereignissen. Wenn Blätter es tun, ordnen Sie sie unter Datei › Spalten zuordnen… zu: Datum der ersten und letzten Dosis bei „Patienten“, „Studienende“ oder „Zeiten bis zu Ereignissen“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>This workbook records no change of dose.</source>
      <translation>Diese Arbeitsmappe enthält keine Dosisänderung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Those of the results</source>
      <translation>Die der Ergebnisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/shares.py" />
      <source>Those who can be judged</source>
      <translation>Die beurteilt werden können</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Thousands</source>
      <translation>Tausender</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>Thresholds</source>
      <translation>Schwellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Tick the terms of every group, or delete it.</source>
      <translation>Haken Sie die Begriffe jeder Gruppe an oder löschen Sie die Gruppe.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>Tick the variables the table shows</source>
      <translation>Haken Sie die Variablen an, die die Tabelle zeigt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>Tick what the document is to hold; figures and tables are those of the pages.</source>
      <translation>Haken Sie an, was das Dokument enthalten soll; Abbildungen und Tabellen sind die der Seiten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>Tick what the report holds</source>
      <translation>Haken Sie an, was der Bericht enthält</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Ticks</source>
      <translation>Haken</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Time a&amp;xis</source>
      <translation>&amp;Zeitachse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>Time at risk</source>
      <translation>Zeit unter Risiko</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Time axis</source>
      <translation>Zeitachse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Time in months</source>
      <translation>Zeit in Monaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/view_bar.py" />
      <source>Time in study days</source>
      <translation>Zeit in Studientagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Time in the slope</source>
      <translation>Zeit in der Steigung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Time is aligned on</source>
      <translation>Die Zeit ist ausgerichtet an</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>Time on drug</source>
      <translation>Zeit unter Medikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Time on study, days</source>
      <translation>Zeit in der Studie, Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/who_tables.py" />
      <source>Time on study: from day 1 to the end, or to the last contact of those still in the trial.</source>
      <translation>Zeit in der Studie: von Tag 1 bis zum Ende oder zum letzten Kontakt derer, die noch in der Studie sind.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Time point</source>
      <translation>Zeitpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>Time runs from {since} to the last dose. Patients who completed, are ongoing or whose end is not recorded are counted until their last dose (censored); {lost}{follow_up_clause}.</source>
      <translation>Die Zeit läuft ab {since} bis zur letzten Dosis. Patienten, die abgeschlossen haben, noch laufen oder deren Ende nicht erfasst ist, zählen bis zu ihrer letzten Dosis (zensiert); {lost}{follow_up_clause}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Time to</source>
      <translation>Zeit bis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Time to the event</source>
      <translation>Zeit bis zum Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>Time to the first event</source>
      <translation>Zeit bis zum ersten Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Time, short name</source>
      <translation>Zeit, Kurzname</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Times</source>
      <translation>Zeiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Times New Roman</source>
      <translation>Times New Roman</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Times a day</source>
      <translation>Mal am Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/recorded_times.py" />
      <source>Times and censoring are those of the file (CNSR 0 is an event, any other number is censored), in days from {since}.</source>
      <translation>Zeiten und Zensierung sind die der Datei (CNSR 0 ist ein Ereignis, jede andere Zahl zensiert), in Tagen ab {since}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Times to events</source>
      <translation>Zeiten bis zu Ereignissen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/event_times.py" />
      <source>Times to events without a unit: {n}; they were read as days. Name the unit in the name of the time or in a column of units if it is another.</source>
      <translation>Zeiten bis zu Ereignissen ohne Einheit: {n}; sie wurden als Tage gelesen. Nennen Sie die Einheit im Namen der Zeit oder in einer Spalte, wenn es eine andere ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>Tipping point</source>
      <translation>Kipppunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Title of the trial</source>
      <translation>Titel der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>To</source>
      <translation>Auf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_panels.py" />
      <source>To show under the adverse events:</source>
      <translation>Unter den unerwünschten Ereignissen zu zeigen:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>Toeplitz</source>
      <translation>Toeplitz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>Tolerated by at least</source>
      <translation>Vertragen von mindestens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerated.py" />
      <source>Tolerated dose</source>
      <translation>Vertragene Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Tolerated share within ±</source>
      <translation>Anteil, der verträgt, auf ±</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Tolerated when kept for</source>
      <translation>Vertragen, wenn beibehalten für</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Tolerates to the end</source>
      <translation>Verträgt bis zum Ende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Tolerates to the end ({level:g} %)</source>
      <translation>Verträgt bis zum Ende ({level:g} %)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/spaghetti_models.py" />
      <source>Too few values after baseline to model.</source>
      <translation>Zu wenige Werte nach dem Ausgangswert für ein Modell.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>Took in {n} of {name}.</source>
      <translation>{n} aus {name} übernommen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Took {who} (n = {1})</source>
      <translation>Erhielt {who} (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Total</source>
      <translation>Gesamt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Totals of items</source>
      <translation>Summen von Einzelfragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Treated</source>
      <translation>Behandelt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Treated (n = {1})</source>
      <translation>Behandelt (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>Treated patients</source>
      <translation>Behandelte Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Treatment-emergent</source>
      <translation>Unter Behandlung aufgetreten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>Treatment-emergent as flagged in the file.</source>
      <translation>Unter Behandlung aufgetreten, wie in der Datei gekennzeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>Treatment-emergent as flagged in the file; {events} without a flag by time. {words}</source>
      <translation>Unter Behandlung aufgetreten, wie in der Datei gekennzeichnet; {events} ohne Kennzeichen nach der Zeit. {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/treatment_emergent.py" />
      <source>Treatment-emergent: began on or after the first dose{until}{worsened}; a missing start counts.</source>
      <translation>Unter Behandlung aufgetreten: begonnen am oder nach dem Tag der ersten Dosis{until}{worsened}; ein fehlender Beginn zählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Trend, per unit of dose</source>
      <translation>Trend, je Einheit der Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>Turn the order round</source>
      <translation>Reihenfolge umkehren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/same_columns.py" />
      <source>Two columns, {one} (“{heading}”) and {two} (“{other}”), are both headed as the same measurement and differ: {one} is taken for it, {two} is kept as a measurement of its own. Give them different headings, or delete the one that is wrong.</source>
      <translation>Zwei Spalten, {one} („{heading}“) und {two} („{other}“), sind beide als dieselbe Messgröße überschrieben und unterscheiden sich: {one} gilt, {two} bleibt als eigene Messgröße. Geben Sie ihnen verschiedene Überschriften, oder löschen Sie die falsche.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Two dose records that begin on one day</source>
      <translation>Zwei Dosiseinträge, die am selben Tag beginnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>Two groups have the same name.</source>
      <translation>Zwei Gruppen haben denselben Namen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_pane.py" />
      <source>Two visits and their difference, to be saved and copied (B)</source>
      <translation>Zwei Visiten und ihre Differenz, zum Speichern und Kopieren (B)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>ULN: upper limit of normal.</source>
      <translation>ULN: obere Normgrenze.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Unclassifiable ILD, FVC</source>
      <translation>Nicht klassifizierbare ILD, FVC</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/action_table.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Unfold all</source>
      <translation>Alle ausklappen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measures_tab.py" />
      <source>Unit</source>
      <translation>Einheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Unit as collected</source>
      <translation>Einheit, wie erhoben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Unit as written</source>
      <translation>Einheit wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Unit of EXPSTRG</source>
      <translation>Einheit von EXPSTRG</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Unit of the strength</source>
      <translation>Einheit der Stärke</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Unit of the values</source>
      <translation>Einheit der Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>Unit of these times</source>
      <translation>Einheit dieser Zeiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/change_words.py" />
      <source>Up to {most} patients of a visit are carried forward; their intervals are too narrow.</source>
      <translation>Bis zu {most} Patienten einer Visite sind fortgeschrieben; ihre Intervalle sind zu schmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/repeated_groups.py" />
      <source>Up to {words} of a patient stand beside one another; each was read as one of its own.</source>
      <translation>Bis zu {words} eines Patienten stehen nebeneinander; jedes wurde als eigener Eintrag gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/relation.py" />
      <source>Upper</source>
      <translation>Obere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Upper limit of normal</source>
      <translation>Obere Normgrenze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Use checks of &amp;your own…</source>
      <translation>&amp;Eigene Prüfungen verwenden…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Use it for the &amp;next export of the same shape too</source>
      <translation>Auch für den nä&amp;chsten Export dieser Form verwenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>Use it for the next export of the same shape too</source>
      <translation>Auch für den nächsten Export dieser Form verwenden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Used</source>
      <translation>Verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/actions.py" />
      <source>Val&amp;ues as a table…</source>
      <translation>Werte &amp;als Tabelle…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Value as written</source>
      <translation>Wert wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Value or change</source>
      <translation>Wert oder Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/model_choice.py" />
      <source>Value, baseline as a visit (cLDA)</source>
      <translation>Wert, Baseline als Visite (cLDA)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Value, in the unit of the parameter</source>
      <translation>Wert, in der Einheit des Parameters</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Value, in the unit of the parameter; NaN when not a number</source>
      <translation>Wert, in der Einheit des Parameters; NaN, wenn keine Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/listings.py" />
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Values after rescue treatment</source>
      <translation>Werte nach Notfallbehandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Values after stopping for an adverse event</source>
      <translation>Werte nach Abbruch wegen eines unerwünschten Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Values after stopping for another reason</source>
      <translation>Werte nach Abbruch aus anderem Grund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/hepatic.py" />
      <source>Values alone cannot tell another cause (hepatitis, gallstones, another drug): every case needs a doctor’s reading.</source>
      <translation>Werte allein können eine andere Ursache nicht zeigen (Hepatitis, Gallensteine, ein anderes Medikament): Jeder Fall braucht ärztliche Beurteilung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source>Values at visit {name} without a date: {n}, of {who}{more}. When this visit was does not follow from its name: they are in no picture and in no analysis over time.</source>
      <translation>Werte bei Visite {name} ohne Datum: {n}, von {who}{more}. Wann diese Visite war, folgt nicht aus ihrem Namen: Sie sind in keinem Bild und in keiner Analyse über die Zeit.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Values belong to a visit</source>
      <translation>Werte gehören zu einer Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/labs.py" />
      <source>Values known only as a limit (“&lt;5”) are graded at the limit: {limits}.</source>
      <translation>Werte, von denen nur eine Grenze bekannt ist („&lt;5“), sind bei der Grenze eingestuft: {limits}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Values missing after death</source>
      <translation>Nach dem Tod fehlende Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/columns_tab.py" />
      <source>Values of {name}</source>
      <translation>Werte von {name}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/page_table.py" />
      <source>Values shown</source>
      <translation>Gezeigte Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/several_sheets.py" />
      <source>Values without a date of their own: {n}; they have the date of their visit, as the sheet of visits gives it.</source>
      <translation>Werte ohne eigenes Datum: {n}; sie haben das Datum ihrer Visite vom Blatt der Visiten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>Values without a grade</source>
      <translation>Werte ohne Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/subgroups.py" />
      <source>Variable</source>
      <translation>Variable</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/table_one.py" />
      <source>Variables</source>
      <translation>Variablen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/verifying.py" />
      <source>Verify this installation</source>
      <translation>Diese Installation prüfen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/labs.py" />
      <source>Version 5 judges ALT, AST, alkaline phosphatase, GGT and bilirubin against the baseline where that was above the upper limit; without a baseline value against the upper limit.</source>
      <translation>Version 5 beurteilt ALT, AST, alkalische Phosphatase, GGT und Bilirubin am Ausgangswert, wo dieser über der oberen Grenze lag; ohne Ausgangswert an der oberen Grenze.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>Versus</source>
      <translation>Gegen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>Vertical axis</source>
      <translation>Senkrechte Achse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>View ▸ How endpoints are made…</source>
      <translation>Ansicht ▸ Wie Endpunkte gebildet werden…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>Views</source>
      <translation>Ansichten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/change_drawing.py" />
      <source>Visit</source>
      <translation>Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Visit as analysed</source>
      <translation>Visite wie ausgewertet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Visit as analysed, months since baseline</source>
      <translation>Visite wie ausgewertet, Monate seit dem Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Visit as written</source>
      <translation>Visite wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/skin_pane.py" />
      <source>Visit of the body map</source>
      <translation>Visite des Körperschemas</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Visit of the values</source>
      <translation>Visite der Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Visit the value stands for</source>
      <translation>Visite, für die der Wert steht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Visit the value stands for, months since baseline</source>
      <translation>Visite, für die der Wert steht, Monate seit dem Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Visit took place</source>
      <translation>Visite fand statt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/meaning.py" />
      <source>Visit whose numbers are judged</source>
      <translation>Visite, deren Zahlen beurteilt werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/windows.py" />
      <source>Visit windows</source>
      <translation>Visitenfenster</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source>Visit {column} on {day} is {far} {side} its planned day {day2} ({what} allows for {days}); it is used all the same.</source>
      <translation>Visite {column} am {day} ist {far} {side} dem geplanten Tag {day2} ({what} erlaubt {days}); sie wird trotzdem verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Visits</source>
      <translation>Visiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/visit_checks.py" />
      <source>Visits are in alphabetical order ({visits}): declare another if it is wrong.</source>
      <translation>Die Visiten stehen in alphabetischer Reihenfolge ({visits}): Geben Sie eine andere an, wenn sie falsch ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>Vivid</source>
      <translation>Kräftig</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>Warnings: used, but doubtful</source>
      <translation>Warnungen: verwendet, aber zweifelhaft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Week {1}</source>
      <translation>Woche {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Week {1} (n = {2})</source>
      <translation>Woche {1} (n = {2})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Weeks with an event</source>
      <translation>Wochen mit einem Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Weight, kg</source>
      <translation>Gewicht, kg</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/comparison_drawing.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>What a change moves</source>
      <translation>Was eine Änderung bewirkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>What a missing date, grade or relation means; the interval</source>
      <translation>Was ein fehlendes Datum, ein fehlender Grad oder Zusammenhang bedeutet; das Intervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/changes_table.py" />
      <source>What changed</source>
      <translation>Was sich änderte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>What day 1 is: first dose, baseline visit, first date or none; by the plan randomisation, consent or first visit</source>
      <translation>Was Tag 1 ist: erste Dosis, Basisvisite, erstes Datum oder keiner; nach dem Plan Randomisierung, Einwilligung oder erste Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>What do these codes mean?</source>
      <translation>Was bedeuten diese Codes?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>What happened</source>
      <translation>Was geschah</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>What happened, or why it is censored</source>
      <translation>Was geschah oder warum zensiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/progress_strip.py" />
      <source>What is being done</source>
      <translation>Was gerade geschieht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/map_columns.py" />
      <source>What is kept of the mapping cannot be changed; the file is as it was.</source>
      <translation>Die gespeicherte Zuordnung kann nicht geändert werden; die Datei ist, wie sie war.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>What is mapped</source>
      <translation>Was zugeordnet ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>What is modelled</source>
      <translation>Was modelliert wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>What is not said is as the program knows it, if it does</source>
      <translation>Was nicht gesagt ist, ist so, wie das Programm es kennt, falls es das tut</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>What it assumes</source>
      <translation>Was sie annimmt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>What it measures</source>
      <translation>Was sie misst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>What it moves</source>
      <translation>Was sie bewirkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>What one tablet holds</source>
      <translation>Was eine Tablette enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/name_it.py" />
      <source>What saving does</source>
      <translation>Was das Speichern bewirkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>What the filter does</source>
      <translation>Was der Filter bewirkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/meaning.py" />
      <source>What the numbers mean</source>
      <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>What the report holds</source>
      <translation>Was der Bericht enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>What the sheet holds</source>
      <translation>Was das Blatt enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>What this moves could not be computed ({name}); it is in the log.</source>
      <translation>Was dies bewirkt, konnte nicht berechnet werden ({name}); es steht im Protokoll.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/message_strip.py" />
      <source>What to do about it</source>
      <translation>Was dagegen zu tun ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>What to write instead</source>
      <translation>Was stattdessen zu schreiben ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>What was done: DOSE REDUCED, DRUG INTERRUPTED … or as written</source>
      <translation>Was getan wurde: DOSE REDUCED, DRUG INTERRUPTED … oder wie angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/intervals.py" />
      <source>What was seen to be kept, not what would be tolerated: doses rise in those who bear them, so that below the highest dose the curve lies far above the share who would tolerate the dose to the end.</source>
      <translation>Was nachweislich beibehalten wurde, nicht, was vertragen würde: Die Dosis steigt bei denen, die sie vertragen; unterhalb der höchsten Dosis liegt die Kurve deshalb weit über dem Anteil derer, die die Dosis bis zum Ende vertragen würden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/sex_codes.py" />
      <source>What {what} {said} in column “{written}” mean?</source>
      <translation>Was {what} {said} in Spalte „{written}“?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Wheel</source>
      <translation>Mausrad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>When (UTC)</source>
      <translation>Wann (UTC)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>When events begin</source>
      <translation>Wann Ereignisse beginnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Where marks are kept</source>
      <translation>Wo Markierungen liegen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Where marks, comments and queries are kept</source>
      <translation>Wo Markierungen, Kommentare und Rückfragen liegen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Which arm is the control?</source>
      <translation>Welcher Arm ist die Kontrolle?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>Which column of sheet “{sheet}” names the patient? Or is each row a patient?</source>
      <translation>Welche Spalte des Blatts „{sheet}“ nennt den Patienten? Oder ist jede Zeile ein Patient?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/parts.py" />
      <source>Which dose is tolerated</source>
      <translation>Welche Dosis vertragen wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>Which events were dose-limiting is not known.</source>
      <translation>Welche Ereignisse dosislimitierend waren, ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>Which is analysed; the other stays beside it.</source>
      <translation>Welcher ausgewertet wird; der andere bleibt daneben stehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Which is the trial’s drug?</source>
      <translation>Welches ist das Prüfpräparat?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Which of two sheets counts?</source>
      <translation>Welches der beiden Blätter zählt?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_value.py" />
      <source>Which value</source>
      <translation>Welcher Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>Which way is better</source>
      <translation>Welche Richtung besser ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>While identities are hidden, marks, comments and queries are neither shown nor changed.</source>
      <translation>Solange Identitäten verborgen sind, werden Markierungen, Kommentare und Rückfragen weder gezeigt noch geändert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/patient_head.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/naive.py" />
      <source>Who arrives at a dose has borne the ones below, and a rise by protocol takes patients out just before their time: 24 to 46 points too high below the top dose in simulated trials of 20, with intervals at 300 and 400 mg that held the truth in 15 to 17 %.</source>
      <translation>Wer bei einer Dosis ankommt, hat die darunter vertragen, und eine Erhöhung nach Protokoll nimmt Patienten kurz vor ihrer Zeit heraus: unterhalb der höchsten Dosis 24 bis 46 Punkte zu hoch in simulierten Studien mit 20 Patienten, mit Intervallen bei 300 und 400 mg, die die Wahrheit in 15 bis 17 % enthielten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Who counts</source>
      <translation>Wer zählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Who is the patient?</source>
      <translation>Wer ist der Patient?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Who leaves earlier changes at another rate, which goes with the last visit along a straight line.</source>
      <translation>Wer früher ausscheidet, ändert sich anders schnell, linear mit der letzten Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>Who passes the filter</source>
      <translation>Wer den Filter passiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/reviews_table.py" />
      <source>Who said what when</source>
      <translation>Wer was wann gesagt hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>Whole page</source>
      <translation>Ganze Seite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Whole time range</source>
      <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/why_not.py" />
      <source>Why not the rate per dose?</source>
      <translation>Warum nicht die Rate je Dosis?</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>Why there are no serious events</source>
      <translation>Warum es keine schwerwiegenden Ereignisse gibt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>Why there is nothing to see</source>
      <translation>Warum nichts zu sehen ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/waiting.py" />
      <source>Why there is nothing to see yet</source>
      <translation>Warum noch nichts zu sehen ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>Width × height</source>
      <translation>Breite × Höhe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>Wilson</source>
      <translation>Wilson</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>Win ratio</source>
      <translation>Win Ratio</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>Win ratio of {arm} against {reference} by {order} in this order: {wins} of {pairs} pairs won, {losses} lost, {ties} undecided ({decided}); ratio {ratio}{test}.</source>
      <translation>Win Ratio von {arm} gegen {reference} nach {order} in dieser Reihenfolge: {wins} von {pairs} Paaren gewonnen, {losses} verloren, {ties} unentschieden ({decided}); Verhältnis {ratio}{test}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>With a &amp;term, or otherwise…</source>
      <translation>Mit einem &amp;Begriff oder auf andere Weise…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/thresholds.py" />
      <source>With a value</source>
      <translation>Mit einem Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>With an event</source>
      <translation>Mit einem Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>With fewer than {few} events these numbers are rough.</source>
      <translation>Bei weniger als {few} Ereignissen sind diese Zahlen grob.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>With fewer than {n} in an arm the interval of the net benefit is too short: at ten an arm one of 95 % held the truth in 91 to 93 of 100 simulated trials, that of the win ratio in 96 to 97.</source>
      <translation>Bei weniger als {n} in einem Arm ist das Intervall des Nettonutzens zu kurz: bei zehn je Arm enthielt eines von 95 % die Wahrheit in 91 bis 93 von 100 simulierten Studien, das des Win Ratio in 96 bis 97.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>With shrinkage</source>
      <translation>Mit Schrumpfung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>With shrinkage ({1} % CI)</source>
      <translation>Mit Schrumpfung ({1}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>With so few patients the interval of the common difference is too short: at ten an arm it held the truth in 91 to 93 % of simulated trials.</source>
      <translation>Bei so wenigen Patienten ist das Intervall der gemeinsamen Differenz zu kurz: bei zehn je Arm enthielt es die Wahrheit in 91 bis 93 % der simulierten Studien.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>With the plainer covariance a mean has at most as many degrees of freedom as the visit has values, less one.</source>
      <translation>Mit der einfacheren Kovarianz hat ein Mittelwert höchstens so viele Freiheitsgrade, wie die Visite Werte hat, weniger einen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>With {n} and {total} patients n is small: the smallest subgroup has {least} in an arm, and a test of interaction finds only differences several times that of the whole trial; {test}, not adjusted.</source>
      <translation>Mit {n} und {total} Patienten ist n klein: Die kleinste Subgruppe hat {least} in einem Arm, und ein Interaktionstest findet nur Unterschiede vom Mehrfachen dessen der ganzen Studie; {test}, nicht adjustiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>Withdrawal by subject</source>
      <translation>Einwilligung zurückgezogen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Withdrawal by subject (n = {1})</source>
      <translation>Einwilligung zurückgezogen (n = {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>Within strata of {words} ({several}): Cochran-Mantel-Haenszel, common difference (Sato).</source>
      <translation>Innerhalb der Strata von {words} ({several}): Cochran-Mantel-Haenszel, gemeinsame Differenz (Sato).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/ancova.py" />
      <source>Within the arms all changes are as the model has them, so that there is no interval.</source>
      <translation>Innerhalb der Arme sind alle Veränderungen, wie das Modell sie hat, sodass es kein Intervall gibt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/who_tables.py" />
      <source>Without a day of the end or of a last contact: {n}.</source>
      <translation>Ohne Tag des Endes oder eines letzten Kontakts: {n}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Without a dose-limiting event, %</source>
      <translation>Ohne dosislimitierendes Ereignis, %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>Without a record of its end, treatment ended by a death until after the last dose</source>
      <translation>Ohne Angabe zum Ende beendet ein Tod die Behandlung bis nach der letzten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/table_one.py" />
      <source>Without any value: {what}.</source>
      <translation>Ohne jeden Wert: {what}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>Without earlier knowledge</source>
      <translation>Ohne Vorwissen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/preferences.py" />
      <source>Without it neither the list of files nor what they were like is kept</source>
      <translation>Ohne dies wird weder die Liste der Dateien noch ihre Beschaffenheit gespeichert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/jackknife.py" />
      <source>Without one of the patients there is no model.</source>
      <translation>Ohne einen der Patienten gibt es kein Modell.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>Without patient</source>
      <translation>Ohne Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>Without time</source>
      <translation>Ohne Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/efficacy_diagnostics.py" />
      <source>Without {subjects} the change would be {without} instead of {whole} ({shift} standard errors), the largest shift.</source>
      <translation>Ohne {subjects} wäre die Veränderung {without} statt {whole} ({shift} Standardfehler), die größte Verschiebung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/compare.py" />
      <source>Without {words}, aligned on day 1: {who}.</source>
      <translation>Ohne {words}, ausgerichtet an Tag 1: {who}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_parts.py" />
      <source>Word (DOCX)</source>
      <translation>Word (DOCX)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>Words</source>
      <translation>Worte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>Words in the adverse events drawn</source>
      <translation>Worte in den gezeichneten unerwünschten Ereignissen</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>Worse</source>
      <translation>Schlechter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>Worst CTCAE grade of any adverse event</source>
      <translation>Schwerster CTCAE-Grad aller unerwünschten Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>Worst grade</source>
      <translation>Schwerster Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>Worst grade of an adverse event</source>
      <translation>Schwerster Grad eines unerwünschten Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/choices.py" />
      <source>Worst of the event</source>
      <translation>Schwerster Grad des Ereignisses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>Write beside it how it was made</source>
      <translation>Daneben schreiben, wie sie entstand</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>Write the doses of the arms as numbers: 200, 400, 600.</source>
      <translation>Schreiben Sie die Dosen der Arme als Zahlen: 200, 400, 600.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/profiles.py" />
      <source>Writing {name} …</source>
      <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Y when related: possible or above</source>
      <translation>Y, wenn mit Zusammenhang: möglich oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>Y when treatment-emergent as flagged in the file</source>
      <translation>Y, wenn unter Behandlung aufgetreten, wie in der Datei gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Yes: arm and number</source>
      <translation>Ja: Arm und Nummer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>Yes: centre and number</source>
      <translation>Ja: Zentrum und Nummer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>Your file is only read, never changed. The program makes no network connection.</source>
      <translation>Ihre Datei wird nur gelesen, nie geändert. Das Programm stellt keine Netzwerkverbindung her.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>Your own rules</source>
      <translation>Ihre eigenen Regeln</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>Your own rules…</source>
      <translation>Ihre eigenen Regeln…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/key_card.py" />
      <source>Zoom in time</source>
      <translation>In der Zeit zoomen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/urine_protein.py" />
      <source>a 24-hour collection of that day decides</source>
      <translation>es entscheidet ein 24-Stunden-Urin dieses Tages</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>a compressed archive ({name})</source>
      <translation>ein komprimiertes Archiv ({name})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>a control character was</source>
      <translation>ein Steuerzeichen wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>a date without a place in the trial</source>
      <translation>ein Datum ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/assemble.py" />
      <source>a dose counts once</source>
      <translation>eine Dosis zählt einmal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>a folder</source>
      <translation>ein Ordner</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>a folder has its name</source>
      <translation>ein Ordner heißt so</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>a visit has one value only</source>
      <translation>eine Visite hat nur einen Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>a zip archive</source>
      <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>actual days</source>
      <translation>tatsächliche Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>actual days since day 1</source>
      <translation>tatsächlichen Tagen seit Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>adjusted by Hochberg</source>
      <translation>adjustiert nach Hochberg</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>adjusted by Holm</source>
      <translation>adjustiert nach Holm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>adverse event</source>
      <translation>unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>adverse event has no start date</source>
      <translation>unerwünschtes Ereignis hat keinen Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>adverse events</source>
      <translation>unerwünschte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>adverse events have no start date</source>
      <translation>unerwünschte Ereignisse haben keinen Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>adverse events of grade 3 or worse</source>
      <translation>unerwünschte Ereignisse von Grad 3 oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>adverse events that lead to withdrawal</source>
      <translation>unerwünschte Ereignisse, die zum Abbruch führen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>age</source>
      <translation>Alter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/predicted.py" />
      <source>age outside {youngest:g} to {oldest:g} years</source>
      <translation>Alter außerhalb von {youngest:g} bis {oldest:g} Jahren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>all days before the value</source>
      <translation>alle Tage vor dem Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>all endpoints</source>
      <translation>alle Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>all events</source>
      <translation>alle Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>all patients</source>
      <translation>alle Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>all patients of the file, as it does not say who was treated</source>
      <translation>alle Patienten der Datei, da sie nicht sagt, wer behandelt wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>all patients randomised, treated or not</source>
      <translation>alle randomisierten Patienten, behandelt oder nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>all, whenever they began</source>
      <translation>alle, wann immer sie begannen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>an effect of its own at each visit</source>
      <translation>bei jeder Visite eine eigene Wirkung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/model/tables.py" />
      <source>analysis: the visit is the file's own analysis visit (AVISIT)</source>
      <translation>analysis: Die Visite ist die eigene Auswertungsvisite der Datei (AVISIT)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/assemble.py" />
      <source>another</source>
      <translation>anderes</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>another reason in the log</source>
      <translation>anderer Grund im Protokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../sscviewer/memory/query_log.py" />
      <source>answered</source>
      <translation>beantwortet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>ante-dependence</source>
      <translation>Ante-Dependence</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>any</source>
      <translation>beliebig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>any grade</source>
      <translation>jeder Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>any term</source>
      <translation>jeder Begriff</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>are</source>
      <translation>sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are a dose and its correction: the last in the file counts</source>
      <translation>sind eine Dosis und ihre Korrektur: der letzte in der Datei zählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are days without drug</source>
      <translation>sind Tage ohne Medikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are left out, and the patient counts as a failure (composite)</source>
      <translation>werden weggelassen, und der Patient zählt als Misserfolg (Composite)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are left out, as if on treatment (hypothetical)</source>
      <translation>werden weggelassen, als wäre weiter behandelt worden (hypothetisch)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are not known; a dose of a single day, as an infusion, is in force until the next within 1.5 times the usual time between two, else for the usual time</source>
      <translation>sind nicht bekannt; eine Dosis eines einzelnen Tages, wie eine Infusion, gilt bis zur nächsten, wenn sie binnen des 1,5-Fachen der üblichen Zeit zwischen zweien kommt, sonst für die übliche Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are one dose: the larger counts</source>
      <translation>sind eine Dosis: die größere zählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are replaced by the last before (while on treatment)</source>
      <translation>werden durch den letzten davor ersetzt (While on Treatment)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are taken together</source>
      <translation>zählen zusammen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>are used by their date only</source>
      <translation>werden nur nach ihrem Datum verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/arm_codes.py" />
      <source>arm {code}</source>
      <translation>Arm {code}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>arm {values}</source>
      <translation>Arm {values}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>arms compared</source>
      <translation>Arme im Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>arms, sheet or file name {by} and not this</source>
      <translation>Arme, Blatt- oder Dateiname {by} und nicht dieses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>as fitted</source>
      <translation>wie geschätzt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/next_trial.py" />
      <source>as here</source>
      <translation>wie hier</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as in the file, else computed</source>
      <translation>wie in der Datei, sonst berechnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as long as completers took it</source>
      <translation>so lange, wie Patienten bis zum Ende sie nahmen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_size_pane.py" />
      <source>as needed</source>
      <translation>nach Bedarf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as often as patients have them</source>
      <translation>so oft, wie Patienten sie haben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as randomised</source>
      <translation>wie randomisiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words_tab.py" />
      <source>as recognised</source>
      <translation>wie erkannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as the arms are named, else as the file numbers them</source>
      <translation>wie die Arme heißen, sonst wie die Datei sie nummeriert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>as the heading or the file says</source>
      <translation>wie Überschrift oder Datei sagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>as treated</source>
      <translation>wie behandelt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>as you mapped it</source>
      <translation>wie von Ihnen zugeordnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>at baseline</source>
      <translation>bei Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>at least one dose</source>
      <translation>mindestens eine Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>automatic: unstructured or plainer</source>
      <translation>automatisch: unstrukturiert oder einfacher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source>average dose {dose:.0f} {unit}{per}</source>
      <translation>mittlere Dosis {dose:.0f} {unit}{per}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/waterfall.py" />
      <source>baseline is zero</source>
      <translation>Ausgangswert ist null</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>baseline value</source>
      <translation>Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>baseline {1}</source>
      <translation>Ausgangswert {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>begun or worsened on treatment</source>
      <translation>unter Behandlung begonnen oder verschlimmert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>being lost to follow-up counts as stopping</source>
      <translation>nicht mehr erreichbar zu sein zählt als Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>better</source>
      <translation>besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>better by {limit:g} or more on average</source>
      <translation>im Mittel um {limit:g} oder mehr besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>between-within</source>
      <translation>Between-Within</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/assemble.py" />
      <source>both are used</source>
      <translation>beide werden verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>both thresholds met</source>
      <translation>beide Schwellen erreicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>by</source>
      <translation>nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by its action taken, else by the dose log</source>
      <translation>nach der ergriffenen Maßnahme, sonst nach dem Dosisprotokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/benefit.py" />
      <source>by the exposure so far</source>
      <translation>nach der bisherigen Exposition</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by the file's own flag</source>
      <translation>nach dem Kennzeichen der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by the name of the visit alone</source>
      <translation>nur nach dem Namen der Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by the protocol</source>
      <translation>nach Protokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by the reason in the dose log</source>
      <translation>nach dem Grund im Dosisprotokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by the response</source>
      <translation>nach dem Ansprechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by their day, half-way between; analysis visits of the file stay</source>
      <translation>nach ihrem Tag, auf halbem Weg dazwischen; Auswertungsvisiten der Datei bleiben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>by unit and values</source>
      <translation>nach Einheit und Werten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>by visit</source>
      <translation>nach Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/value_labels.py" />
      <source>cells whose value the file declares missing, read as empty: {listed}.</source>
      <translation>Zellen, deren Wert die Datei als fehlend erklärt, als leer gelesen: {listed}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>change</source>
      <translation>Veränderung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>change from baseline</source>
      <translation>Veränderung gegenüber Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>change in {name}</source>
      <translation>Veränderung {name}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/undoing.py" />
      <source>change of the plan</source>
      <translation>Änderung des Plans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>changed since the last export</source>
      <translation>seit dem letzten Export geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/row_checks.py" />
      <source>check {number}{named}: {error}; the check is left out.</source>
      <translation>Prüfung {number}{named}: {error}; die Prüfung wird ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>checks</source>
      <translation>Prüfungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>choice in “{title}”</source>
      <translation>Auswahl in „{title}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/trial_window.py" />
      <source>choice of measurements</source>
      <translation>Auswahl der Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>choose the Excel workbook of the trial, or the folder or archive of its tables.</source>
      <translation>Wählen Sie die Excel-Arbeitsmappe der Studie oder den Ordner oder das Archiv ihrer Tabellen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/memory/query_log.py" />
      <source>closed</source>
      <translation>geschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>cm</source>
      <translation>cm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>codes without a place in the trial</source>
      <translation>Codes ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_by_cells.py" />
      <source>column {letter}</source>
      <translation>Spalte {letter}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/as_said.py" />
      <source>column “{column}”</source>
      <translation>Spalte „{column}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/as_said.py" />
      <source>column “{column}” of sheet “{sheet}”</source>
      <translation>Spalte „{column}“ des Blatts „{sheet}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/number_marks.py" />
      <source>comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>common to the arms</source>
      <translation>den Armen gemeinsam</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>commonest</source>
      <translation>häufigsten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/outcome.py" />
      <source>completed</source>
      <translation>abgeschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>completed on day {1}</source>
      <translation>abgeschlossen an Tag {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>completed on day {1} ({who})</source>
      <translation>abgeschlossen an Tag {1} ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>compound symmetry</source>
      <translation>Compound Symmetry</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>computed</source>
      <translation>berechnet</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>consent</source>
      <translation>Einwilligung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>contradiction</source>
      <translation>Widerspruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>contradictions</source>
      <translation>Widersprüche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>converged</source>
      <translation>konvergiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>count (treatment policy)</source>
      <translation>zählen (Treatment Policy)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>count for the visit of their day</source>
      <translation>zählen für die Visite ihres Tages</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>counts as grade 3 (severe)</source>
      <translation>zählt als Grad 3 (schwer)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>counts as not related</source>
      <translation>zählt als nicht zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>counts as related</source>
      <translation>zählt als zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>course</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>data sets</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/data_sets.py" />
      <source>dates beyond the calendar, read as the numbers in the file</source>
      <translation>Daten außerhalb des Kalenders, als Zahlen der Datei gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/patient_exposure.py" />
      <source>day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>day 1 to {until} (the file records no doses)</source>
      <translation>Tag 1 bis {until} (die Datei erfasst keine Dosen)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>day before</source>
      <translation>Tag zuvor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>day of it</source>
      <translation>Tag davon</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>day {1} to {2}; {3} patients</source>
      <translation>Tag {1} bis {2}; {3} Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>day/month</source>
      <translation>Tag/Monat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>day: dose, such as {example}</source>
      <translation>Tag: Dosis, etwa {example}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/patient_exposure.py" />
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>days before</source>
      <translation>Tagen zuvor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/exposure.py" />
      <source>days from first to last dose, interruptions included, unknown days left out</source>
      <translation>Tage von der ersten bis zur letzten Dosis, Unterbrechungen eingeschlossen, unbekannte Tage ausgelassen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>days of it</source>
      <translation>Tagen davon</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/exposure.py" />
      <source>days with a dose</source>
      <translation>Tage mit einer Dosis</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>death</source>
      <translation>Tod</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>definite</source>
      <translation>sicher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>degree of freedom</source>
      <translation>Freiheitsgrad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>degrees of freedom</source>
      <translation>Freiheitsgraden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/deriving.py" />
      <source>derive again</source>
      <translation>neu ableiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>diagnostics</source>
      <translation>Diagnostik</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>did not converge</source>
      <translation>nicht konvergiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>died</source>
      <translation>gestorben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>died on day {1}</source>
      <translation>gestorben an Tag {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source>diffuse cutaneous SSc</source>
      <translation>diffuse kutane SSc</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>disease duration</source>
      <translation>Krankheitsdauer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>disposition</source>
      <translation>Verbleib</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/sex_codes.py" />
      <source>do</source>
      <translation>bedeuten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/sex_codes.py" />
      <source>does</source>
      <translation>bedeutet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>dose</source>
      <translation>Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>dose log</source>
      <translation>Dosisprotokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/exposure.py" />
      <source>dose planned for the days from first to last dose, unknown days left out</source>
      <translation>geplante Dosis für die Tage von der ersten bis zur letzten Dosis, unbekannte Tage ausgelassen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>dose question</source>
      <translation>Dosisfrage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>dose record has no dose</source>
      <translation>Dosiseintrag hat keine Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>dose record has no start date</source>
      <translation>Dosiseintrag hat keinen Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>dose records have no dose</source>
      <translation>Dosiseinträge haben keine Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>dose records have no start date</source>
      <translation>Dosiseinträge haben keinen Beginn</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>dose-limiting</source>
      <translation>dosislimitierend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>dose-limiting event</source>
      <translation>dosislimitierendes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>dose-limiting events</source>
      <translation>dosislimitierende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>doses</source>
      <translation>Dosen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>doses and events</source>
      <translation>Dosen und Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/number_marks.py" />
      <source>dot</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>each arm’s own</source>
      <translation>jedem Arm eigen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>each slope</source>
      <translation>jede Steigung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>effects of the plan</source>
      <translation>Wirkungen des Plans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/recognise.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>end not recorded</source>
      <translation>Ende nicht erfasst</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>event</source>
      <translation>Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>event does</source>
      <translation>Ereignis sagt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>events do</source>
      <translation>Ereignisse sagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/window_parts.py" />
      <source>events shown</source>
      <translation>gezeigte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>every threshold</source>
      <translation>jede Schwelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>every visit</source>
      <translation>jede Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>everyone randomised</source>
      <translation>alle Randomisierten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>exact (Clopper-Pearson)</source>
      <translation>exakt (Clopper-Pearson)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/thresholds.py" />
      <source>exact (Clopper-Pearson), each for its own threshold: they do not hold for all at once.</source>
      <translation>exakt (Clopper-Pearson), jedes für seine eigene Schwelle: Sie gelten nicht für alle zugleich.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>exact Poisson</source>
      <translation>exakt (Poisson)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>exact unconditional (Chan-Zhang)</source>
      <translation>exakt unbedingt (Chan-Zhang)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>exposure</source>
      <translation>Exposition</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>fatal</source>
      <translation>tödlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>fatal or worse</source>
      <translation>tödlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>few</source>
      <translation>wenig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>file</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>file was</source>
      <translation>Datei wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>files were</source>
      <translation>Dateien wurden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/cli/report_text.py" />
      <source>finding</source>
      <translation>Befund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/cli/report_text.py" />
      <source>findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>first</source>
      <translation>ersten</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>first dose</source>
      <translation>erste Dosis</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>first dose reduction</source>
      <translation>erste Dosisreduktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>first dose to last contact</source>
      <translation>erste Dosis bis letzter Kontakt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>first events only</source>
      <translation>nur erste Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>first events over the time to them</source>
      <translation>erste Ereignisse über die Zeit bis dahin</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>first possible day</source>
      <translation>ersten möglichen Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>first to last dose</source>
      <translation>erste bis letzte Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>first to last dose and the days after</source>
      <translation>erste bis letzte Dosis und die Tage danach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>first-order autoregressive</source>
      <translation>autoregressiv erster Ordnung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>flow</source>
      <translation>Patientenfluss</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>for {event}</source>
      <translation>wegen {event}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>free text without a place in the trial</source>
      <translation>Freitext ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>from the values</source>
      <translation>aus den Werten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/measure_editor.py" />
      <source>from the visit column</source>
      <translation>aus der Spalte der Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_who.py" />
      <source>further patient was</source>
      <translation>weiterer Patient war</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_who.py" />
      <source>further patients were</source>
      <translation>weitere Patienten waren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade 1</source>
      <translation>Grad 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade 2</source>
      <translation>Grad 2</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade 3</source>
      <translation>Grad 3</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade 4</source>
      <translation>Grad 4</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade 5</source>
      <translation>Grad 5</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>grade {grade}</source>
      <translation>Grad {grade}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/filter_event.py" />
      <source>grade {grade} or worse</source>
      <translation>Grad {grade} oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade ≥ 1</source>
      <translation>Grad ≥ 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade ≥ 2</source>
      <translation>Grad ≥ 2</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade ≥ 3</source>
      <translation>Grad ≥ 3</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade ≥ 4</source>
      <translation>Grad ≥ 4</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>grade ≥ 5</source>
      <translation>Grad ≥ 5</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>grade ≥ {least}</source>
      <translation>Grad ≥ {least}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>grades and shift</source>
      <translation>Grade und Verschiebung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>grey: planned</source>
      <translation>grau: geplant</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>grey: {1} patients</source>
      <translation>grau: {1} Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>had to reduce, interrupt or stop there</source>
      <translation>mussten dort senken, unterbrechen oder absetzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>half-way to the next visit</source>
      <translation>bis zur Mitte zur nächsten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>has a sheet, “{text}”, that is damaged, missing in the file or written in a way that we do not know, and was not opened: open it in the program that wrote it, see what is left of that sheet, save under a new name and open that</source>
      <translation>hat ein Blatt, „{text}“, das beschädigt ist, in der Datei fehlt oder auf unbekannte Weise geschrieben ist, und wurde nicht geöffnet: Öffnen Sie die Datei in dem Programm, das sie schrieb, sehen Sie, was von dem Blatt übrig ist, speichern Sie unter neuem Namen und öffnen Sie das</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>has a stray value in cell {text}, far from any table, and was not opened: delete it in Excel (Ctrl+End goes there), save and open again</source>
      <translation>hat einen verirrten Wert in Zelle {text}, weit von jeder Tabelle, und wurde nicht geöffnet: Löschen Sie ihn in Excel (Strg+Ende führt dorthin), speichern Sie und öffnen Sie neu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>has a value, a format or a merged cell far from any table and was not opened: copy the table to a new workbook, save and open that</source>
      <translation>hat einen Wert, ein Format oder eine verbundene Zelle weit von jeder Tabelle und wurde nicht geöffnet: Kopieren Sie die Tabelle in eine neue Arbeitsmappe, speichern und öffnen Sie diese</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>has no unit that could be told</source>
      <translation>hat keine erkennbare Einheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>held</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>heterogeneous Toeplitz</source>
      <translation>heterogen, Toeplitz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>heterogeneous ante-dependence</source>
      <translation>heterogen, Ante-Dependence</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>heterogeneous compound symmetry</source>
      <translation>heterogen, Compound Symmetry</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>heterogeneous first-order autoregressive</source>
      <translation>heterogen, autoregressiv erster Ordnung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/hiding.py" />
      <source>hide identities</source>
      <translation>Identitäten verbergen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>higher</source>
      <translation>höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>higher by</source>
      <translation>höher um</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>higher is better</source>
      <translation>höher ist besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>highest</source>
      <translation>höchsten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/secutrial_subforms.py" />
      <source>hold</source>
      <translation>enthalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/secutrial_subforms.py" />
      <source>holds</source>
      <translation>enthält</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>holds XML entities, which no spreadsheet program writes and which can do harm, and was not opened: ask whoever made it for another copy</source>
      <translation>enthält XML-Entitäten, die kein Tabellenprogramm schreibt und die schaden können, und wurde nicht geöffnet: Bitten Sie den Ersteller um eine andere Kopie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>hours</source>
      <translation>Stunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>however late</source>
      <translation>gleich wie spät</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>identities hidden · </source>
      <translation>Identitäten verborgen · </translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>in a fixed sequence</source>
      <translation>in fester Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>in a plan file</source>
      <translation>in einer Plandatei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>in adults</source>
      <translation>bei Erwachsenen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>in its unit</source>
      <translation>in seiner Einheit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>in words</source>
      <translation>in Worten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>increase</source>
      <translation>Erhöhung</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>info</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>intercepts and slopes are perfectly correlated, or one of them does not vary</source>
      <translation>Achsenabschnitte und Steigungen sind vollständig korreliert, oder eines von beiden streut nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>interruption</source>
      <translation>Unterbrechung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>interval above zero</source>
      <translation>Intervall über null</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>interval below zero</source>
      <translation>Intervall unter null</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/tipping.py" />
      <source>interval holds zero</source>
      <translation>Intervall enthält null</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>is</source>
      <translation>ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/study_parts.py" />
      <source>is damaged in the archive: make the archive again from the files, or open their folder.</source>
      <translation>ist im Archiv beschädigt: Erstellen Sie das Archiv neu aus den Dateien oder öffnen Sie deren Ordner.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>is damaged or needs more than {memory}</source>
      <translation>ist beschädigt oder braucht mehr als {memory}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>is given in “{unit}”, which is not converted</source>
      <translation>ist in „{unit}“ angegeben, was nicht umgerechnet wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>is in “any” only</source>
      <translation>ist nur in „jeder“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/study_parts.py" />
      <source>is packed in a way that this program cannot unpack: unpack the archive and open the folder.</source>
      <translation>ist so gepackt, dass dieses Programm es nicht entpacken kann: Entpacken Sie das Archiv und öffnen Sie den Ordner.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>is password-protected: remove the password in a copy and open the copy</source>
      <translation>ist passwortgeschützt: Entfernen Sie das Passwort in einer Kopie und öffnen Sie die Kopie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>is the file's own carried value, else the last before it (LOCF)</source>
      <translation>ist der in der Datei fortgeschriebene, sonst der letzte davor (LOCF)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>issue</source>
      <translation>Befund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>issues</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/row_checks.py" />
      <source>it does not follow the form of TOML ({place}); no check of it is used.</source>
      <translation>die Datei folgt nicht der Form von TOML ({place}); keine Prüfung daraus wird verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>it has none</source>
      <translation>sie hat keine</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/labs/urine_protein.py" />
      <source>it is neither a number nor a dipstick</source>
      <translation>es ist weder eine Zahl noch ein Teststreifen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>it is open in another program, or you have no right to write there</source>
      <translation>die Datei ist in einem anderen Programm geöffnet, oder Sie dürfen dort nicht schreiben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/copies.py" />
      <source>it repeats sheet “{taken}”, which is read: {same} of {n} rows are the same</source>
      <translation>es wiederholt Blatt „{taken}“, das gelesen wird: {same} von {n} Zeilen sind gleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_design.py" />
      <source>it rises within the patients: {unit}s since the first of each</source>
      <translation>es steigt innerhalb der Patienten: Zeit seit dem Ersten jedes Patienten ({unit}s)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>its folder is not there</source>
      <translation>ihren Ordner gibt es nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>its heading</source>
      <translation>seine Überschrift</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>its heading, and the same patients stand on other sheets</source>
      <translation>die Überschrift, und dieselben Patienten stehen auf anderen Blättern</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>its name is too long</source>
      <translation>ihr Name ist zu lang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>kept for {1} weeks</source>
      <translation>{1} Wochen gehalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>labs</source>
      <translation>Labor</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>last</source>
      <translation>letzter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>last change from baseline</source>
      <translation>letzte Veränderung gegenüber Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>last contact</source>
      <translation>letzter Kontakt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/over_time.py" />
      <source>last possible day</source>
      <translation>letzten möglichen Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>last value</source>
      <translation>letzter Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>leaves the patient out of the visit</source>
      <translation>lässt den Patienten bei der Visite weg</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/sort_order.py" />
      <source>life threatening</source>
      <translation>lebensbedrohlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>life-threatening</source>
      <translation>lebensbedrohlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>life-threatening or worse</source>
      <translation>lebensbedrohlich oder schwerer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source>limited cutaneous SSc</source>
      <translation>limitierte kutane SSc</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>limits of normal</source>
      <translation>Normgrenzen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>line differs</source>
      <translation>Zeile weicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>line is not followed</source>
      <translation>Zeile wird nicht befolgt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>lines are not followed</source>
      <translation>Zeilen werden nicht befolgt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>lines differ</source>
      <translation>Zeilen weichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>liver</source>
      <translation>Leber</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/watching.py" />
      <source>look at the file</source>
      <translation>nach der Datei sehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/window_parts.py" />
      <source>look of a figure</source>
      <translation>Aussehen einer Abbildung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>lost to follow-up</source>
      <translation>Nachbeobachtung verloren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>lower</source>
      <translation>niedriger</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/own_rules.py" />
      <source>lower by</source>
      <translation>niedriger um</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>lower is better</source>
      <translation>niedriger ist besser</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>many</source>
      <translation>viel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/needs.py" />
      <source>map it under File › Map columns…</source>
      <translation>ordnen Sie es unter Datei › Spalten zuordnen… zu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>mapping of columns</source>
      <translation>Zuordnung der Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/read_values.py" />
      <source>marked as not done</source>
      <translation>mit dem Vermerk „nicht durchgeführt“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>marks beside the workbook · </source>
      <translation>Markierungen neben der Arbeitsmappe · </translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>may identify a person</source>
      <translation>kann eine Person identifizieren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>measurements</source>
      <translation>Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>medical history</source>
      <translation>Vorerkrankungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>medications</source>
      <translation>Medikamente</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>met</source>
      <translation>erreicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>mg/day</source>
      <translation>mg/Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>mild</source>
      <translation>leicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>mild or worse</source>
      <translation>leicht oder schwerer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>moderate</source>
      <translation>mittelschwer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>moderate or worse</source>
      <translation>mittelschwer oder schwerer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>month after baseline</source>
      <translation>Monat nach Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>month/day</source>
      <translation>Monat/Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>months</source>
      <translation>Monaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>months after baseline</source>
      <translation>Monate nach Baseline</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>months as planned</source>
      <translation>Monate wie geplant</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>more column</source>
      <translation>weitere Spalte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>more columns</source>
      <translation>weitere Spalten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/jumps.py" />
      <source>more than {fvc_jump:.0f} %</source>
      <translation>mehr als {fvc_jump:.0f} %</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/jumps.py" />
      <source>more than {mrss_jump:.0f} points</source>
      <translation>mehr als {mrss_jump:.0f} Punkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>more than {points:g}{unit}</source>
      <translation>mehr als {points:g}{unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>most patients had it more than {before_days} days before day 1</source>
      <translation>die meisten Patienten hatten es mehr als {before_days} Tage vor Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>n</source>
      <translation>n</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>n = {1} ({2} %): Cholestasis or hyperbilirubinaemia</source>
      <translation>n = {1} ({2} %): Cholestase oder Hyperbilirubinämie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>n = {1} ({2} %): Hy’s law range</source>
      <translation>n = {1} ({2} %): Bereich von Hy’s Law</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>n = {1} ({2} %): Normal or near normal</source>
      <translation>n = {1} ({2} %): normal oder fast normal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>n = {1} ({2} %): Temple’s corollary</source>
      <translation>n = {1} ({2} %): Temple’s Corollary</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>n of N</source>
      <translation>n von N</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>names of the rows</source>
      <translation>Namen der Zeilen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>needs more memory to read than this computer has left: close other programs and open it again</source>
      <translation>braucht zum Lesen mehr Speicher, als auf diesem Computer frei ist: Schließen Sie andere Programme und öffnen Sie die Datei noch einmal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>needs more than {memory}</source>
      <translation>braucht mehr als {memory}</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>newly</source>
      <translation>neu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/line.py" />
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>no adverse events</source>
      <translation>keine unerwünschten Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>no card has a limit “{name}”; {offer}.</source>
      <translation>keine Karte hat eine Grenze „{name}“; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no date</source>
      <translation>kein Datum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no date and no visit</source>
      <translation>weder Datum noch Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>no dated visits</source>
      <translation>keine datierten Visiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no dose</source>
      <translation>keine Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>no dose for {arms}, so no trend over doses.</source>
      <translation>keine Dosis für {arms}, also kein Trend über die Dosen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>no end</source>
      <translation>ohne Ende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no first stay was so long</source>
      <translation>kein erster Aufenthalt war so lang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/thresholds.py" />
      <source>no higher than at baseline</source>
      <translation>nicht höher als beim Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>no historical control</source>
      <translation>keine historische Kontrolle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>no historical prior</source>
      <translation>kein historischer Prior</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>no interaction test</source>
      <translation>kein Interaktionstest</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>no interval</source>
      <translation>kein Intervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/distribution.py" />
      <source>no interval can be given</source>
      <translation>kein Intervall angebbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/thresholds.py" />
      <source>no lower than at baseline</source>
      <translation>nicht niedriger als beim Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>no medication is named as rescue treatment (after_stop.rescue_names).</source>
      <translation>keine Medikation ist als Notfallbehandlung genannt (after_stop.rescue_names).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>no patient had entered the trial by {day}.</source>
      <translation>bis {day} war kein Patient in die Studie eingetreten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>no planned treatment is given (study.duration_days)</source>
      <translation>keine geplante Behandlung ist angegeben (study.duration_days)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>no reason</source>
      <translation>kein Grund</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>no reason in the log</source>
      <translation>kein Grund im Protokoll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no start date</source>
      <translation>kein Startdatum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>no start gives a positive definite matrix</source>
      <translation>kein Startwert ergibt eine positiv definite Matrix</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>no start is feasible</source>
      <translation>kein Startwert ist zulässig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>no times, or as recognised</source>
      <translation>keine Zeiten, oder wie erkannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>no value</source>
      <translation>kein Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/waterfall.py" />
      <source>no value after baseline</source>
      <translation>kein Wert nach dem Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/cohort/waterfall.py" />
      <source>no value at {visit}</source>
      <translation>kein Wert bei {visit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>no, passed through</source>
      <translation>nein, nur durchlaufen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>none named</source>
      <translation>keiner benannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>not a number</source>
      <translation>keine Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>not changed since the last export</source>
      <translation>seit dem letzten Export nicht geändert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>not decided</source>
      <translation>nicht entschieden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>not estimable</source>
      <translation>nicht schätzbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>not given</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>not in the file</source>
      <translation>nicht in der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>not known, so no dose intensity</source>
      <translation>nicht bekannt, also keine Dosisintensität</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words_tab.py" />
      <source>not known: kept as written</source>
      <translation>nicht bekannt: bleibt wie geschrieben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>not measured</source>
      <translation>nicht gemessen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>not met</source>
      <translation>nicht erreicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>not reached</source>
      <translation>nicht erreicht</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>not related</source>
      <translation>nicht zusammenhängend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>not reviewed</source>
      <translation>nicht durchgesehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/row_painter.py" />
      <source>not treated</source>
      <translation>nicht behandelt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>not used</source>
      <translation>nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words_tab.py" />
      <source>nothing (as if empty)</source>
      <translation>nichts (als wäre sie leer)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>nothing (the tipping point alone)</source>
      <translation>nichts (nur der Kipppunkt)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>nothing can be written on that disk</source>
      <translation>auf diesem Datenträger kann nichts geschrieben werden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>nothing failed</source>
      <translation>nichts misslang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>nothing, so nobody’s is known</source>
      <translation>nicht angegeben, also ist keine bekannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>nowhere: every reading is trusted</source>
      <translation>nirgends: jedem Befund wird vertraut</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>numbers of the rows, not of patients</source>
      <translation>Nummern der Zeilen, nicht der Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/cells_tab.py" />
      <source>numbers of visits</source>
      <translation>Nummern von Visiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_times.py" />
      <source>numbers that rise within each patient, in {unit}s</source>
      <translation>Zahlen, die innerhalb jedes Patienten steigen ({unit}s)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>numbers without a place in the trial</source>
      <translation>Zahlen ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean</source>
      <translation>beobachteter Mittelwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, all patients</source>
      <translation>beobachteter Mittelwert, alle Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, completed</source>
      <translation>beobachteter Mittelwert, abgeschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, end not recorded</source>
      <translation>beobachteter Mittelwert, Ende nicht erfasst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, ongoing</source>
      <translation>beobachteter Mittelwert, andauernd</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, stopped</source>
      <translation>beobachteter Mittelwert, abgebrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>observed mean, {who}</source>
      <translation>beobachteter Mittelwert, {who}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>of 8 categories</source>
      <translation>von 8 Kategorien</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>of that flag</source>
      <translation>mit dieser Kennzeichnung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/slopes.py" />
      <source>of the patient's own true slope, the variances taken as known; normal.</source>
      <translation>der wahren Steigung des einzelnen Patienten, die Varianzen als bekannt genommen; normalverteilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>of the score</source>
      <translation>des Scores</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>on study: first dose to {until}</source>
      <translation>in der Studie: erste Dosis bis {until}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>on treatment and after it, up to the {until}</source>
      <translation>unter Behandlung und danach, bis {until}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>on treatment and {days:g} days more, not beyond the {until}</source>
      <translation>unter Behandlung und {days:g} Tage mehr, nicht über {until} hinaus</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/person_time.py" />
      <source>on treatment: first to last dose, interruptions included</source>
      <translation>unter Behandlung: erste bis letzte Dosis, Unterbrechungen eingeschlossen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>one arm</source>
      <translation>ein Arm</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/records_by_visit.py" />
      <source>one of {n} visits beside one another</source>
      <translation>eine von {n} Visiten nebeneinander</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_roles.py" />
      <source>one row for each patient</source>
      <translation>eine Zeile je Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/outcome.py" />
      <source>ongoing</source>
      <translation>andauernd</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>ongoing on day {1}</source>
      <translation>andauernd an Tag {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>only words for “missing”</source>
      <translation>nur Wörter für „fehlend“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/memory/query_log.py" />
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>or drop a file anywhere on this window</source>
      <translation>oder lassen Sie eine Datei irgendwo auf diesem Fenster fallen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/window_parts.py" />
      <source>order of events</source>
      <translation>Reihenfolge der Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>other</source>
      <translation>andere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>other question follows</source>
      <translation>weitere Frage folgt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/ask_question.py" />
      <source>other questions follow</source>
      <translation>weitere Fragen folgen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times.py" />
      <source>others are censored at their last visit that can be judged</source>
      <translation>andere sind bei ihrer letzten beurteilbaren Visite zensiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times.py" />
      <source>others are censored at their {until}</source>
      <translation>die anderen sind zensiert: {until}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>over time</source>
      <translation>im Verlauf</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>own values alone</source>
      <translation>nur eigene Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/manual.py" />
      <source>pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>pairs of numbers without a place in the trial</source>
      <translation>Zahlenpaare ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>partial date</source>
      <translation>Datum unvollständig</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>patient</source>
      <translation>Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>patient has</source>
      <translation>Patient hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>patient is</source>
      <translation>Patient ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_case.py" />
      <source>patient number differs</source>
      <translation>Patientennummer unterscheidet sich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_zeros.py" />
      <source>patient number is</source>
      <translation>Patientennummer ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_zeros.py" />
      <source>patient numbers are</source>
      <translation>Patientennummern sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_case.py" />
      <source>patient numbers differ</source>
      <translation>Patientennummern unterscheiden sich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_who.py" />
      <source>patient was</source>
      <translation>Patient war</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>patient {arm}-{number}</source>
      <translation>Patient {arm}-{number}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient.py" />
      <source>patient {i}</source>
      <translation>Patient {i}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>patient {numbers}</source>
      <translation>Patient {numbers}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>patient {number}</source>
      <translation>Patient {number}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>patient {texts}</source>
      <translation>Patient {texts}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>patient-years</source>
      <translation>Patientenjahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>patients</source>
      <translation>Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>patients are</source>
      <translation>Patienten sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>patients have</source>
      <translation>Patienten haben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_to_event.py" />
      <source>patients lost to follow-up are counted until their last dose (censored)</source>
      <translation>nicht mehr erreichbare Patienten zählen bis zu ihrer letzten Dosis (zensiert)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_who.py" />
      <source>patients were</source>
      <translation>Patienten waren</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>patients who can be judged at the visit</source>
      <translation>Patienten, die bei der Visite zu beurteilen sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>patients whom the file flags ({name})</source>
      <translation>Patienten, die die Datei kennzeichnet ({name})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>patients whose visit was due; who cannot be judged counts as having progressed</source>
      <translation>Patienten, deren Visite fällig war; wer nicht zu beurteilen ist, zählt als Progression</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>patients whose visit was due; who cannot be judged counts as not meeting the rule</source>
      <translation>Patienten, deren Visite fällig war; wer nicht zu beurteilen ist, zählt als nicht erfüllt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>patients with at least one dose</source>
      <translation>Patienten mit mindestens einer Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>per 100 patient-years</source>
      <translation>pro 100 Patientenjahre</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>person-weeks</source>
      <translation>Personenwochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>pinned</source>
      <translation>angeheftet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/window_parts.py" />
      <source>pinned patients</source>
      <translation>angeheftete Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>placebo or control, else the first</source>
      <translation>Placebo oder Kontrolle, sonst der erste</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>please check</source>
      <translation>bitte prüfen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>point</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>pooled site</source>
      <translation>zusammengefasstes Zentrum</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>possible</source>
      <translation>möglich</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>probable</source>
      <translation>wahrscheinlich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/table_one.py" />
      <source>quartiles by linear interpolation between the ordered values (R’s type 7)</source>
      <translation>Quartile durch lineare Interpolation zwischen den geordneten Werten (Typ 7 von R)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>queries</source>
      <translation>Rückfragen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>query</source>
      <translation>Rückfrage</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>race</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>raised</source>
      <translation>erhöht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/diagnostics.py" />
      <source>random slope</source>
      <translation>zufällige Steigung</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>randomisation</source>
      <translation>Randomisierung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>rates</source>
      <translation>Raten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>rates and ratios by dose</source>
      <translation>Raten und Verhältnisse je Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/data_sets.py" />
      <source>read by their value labels, not their codes</source>
      <translation>nach ihren Wertelabels gelesen, nicht nach ihren Codes</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/cut_off.py" />
      <source>record</source>
      <translation>Eintrag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>record not shown: </source>
      <translation>Eintrag nicht gezeigt: </translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/cut_off.py" />
      <source>records</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>records not shown: </source>
      <translation>Einträge nicht gezeigt: </translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>reduced</source>
      <translation>gesenkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>reduction</source>
      <translation>Reduktion</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>related</source>
      <translation>mit Zusammenhang</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>relation not recorded</source>
      <translation>Zusammenhang nicht erfasst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>resample</source>
      <translation>Ziehung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>resamples</source>
      <translation>Ziehungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>residual</source>
      <translation>residual</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>responders</source>
      <translation>Responder</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>responders compared</source>
      <translation>Responder im Vergleich</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>restart</source>
      <translation>Wiederaufnahme</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>restarted</source>
      <translation>wieder begonnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>reviewed</source>
      <translation>durchgesehen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/report.py" />
      <source>row was</source>
      <translation>Zeile wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient.py" />
      <source>row {rows}</source>
      <translation>Zeile {rows}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_severities.py" />
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/report.py" />
      <source>rows were</source>
      <translation>Zeilen wurden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/plan_pages.py" />
      <source>rule differs</source>
      <translation>Regel weicht ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/plan_pages.py" />
      <source>rules differ</source>
      <translation>Regeln weichen ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>say</source>
      <translation>sagen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>says</source>
      <translation>sagt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>score (Miettinen-Nurminen)</source>
      <translation>Score (Miettinen-Nurminen)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/row_painter.py" />
      <source>screen failure</source>
      <translation>Screening-Versager</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/endpoint_roles.py" />
      <source>secondary endpoint</source>
      <translation>sekundärer Endpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/endpoint_roles.py" />
      <source>secondary endpoints</source>
      <translation>sekundäre Endpunkte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>sensitivity</source>
      <translation>Sensitivität</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>serious</source>
      <translation>schwerwiegend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_safety.py" />
      <source>serious adverse event</source>
      <translation>schwerwiegendes unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/sentences/sentences_safety.py" />
      <source>serious adverse events</source>
      <translation>schwerwiegende unerwünschte Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>serious event</source>
      <translation>schwerwiegendes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>serious events</source>
      <translation>schwerwiegende Ereignisse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_roles.py" />
      <source>several rows for a patient</source>
      <translation>mehrere Zeilen je Patient</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_levels.py" />
      <source>severe</source>
      <translation>schwer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>severe or worse</source>
      <translation>schwer oder schwerer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>sex {values}</source>
      <translation>Geschlecht {values}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_sheets.py" />
      <source>sheet</source>
      <translation>Blatt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/choose_sheets.py" />
      <source>sheets</source>
      <translation>Blätter</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>site</source>
      <translation>Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>site missing</source>
      <translation>fehlende Stelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>site {values}</source>
      <translation>Zentrum {values}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>sites missing</source>
      <translation>fehlenden Stellen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_times.py" />
      <source>spans of follow-up begin, in {unit}s</source>
      <translation>Zeiträume der Nachbeobachtung beginnen ({unit}s)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/errors.py" />
      <source>sscviewer cannot start. Start it with --safe, which leaves your settings out; if that does not help, install it again.</source>
      <translation>sscviewer kann nicht starten. Starten Sie es mit --safe, was Ihre Einstellungen weglässt; hilft das nicht, installieren Sie es neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/about.py" />
      <source>sscviewer {version}</source>
      <translation>sscviewer {version}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stable</source>
      <translation>stabil</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>start not recorded</source>
      <translation>Beginn nicht erfasst</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stop</source>
      <translation>Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>stopped</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1</source>
      <translation>abgebrochen vor Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: adverse event</source>
      <translation>abgebrochen vor Tag 1: unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: death</source>
      <translation>abgebrochen vor Tag 1: Tod</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: lack of efficacy</source>
      <translation>abgebrochen vor Tag 1: fehlende Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: lost to follow-up</source>
      <translation>abgebrochen vor Tag 1: nicht mehr erreichbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: protocol violation</source>
      <translation>abgebrochen vor Tag 1: Verletzung des Prüfplans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: study terminated by sponsor</source>
      <translation>abgebrochen vor Tag 1: Studie vom Sponsor beendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped before day 1: withdrawal by subject</source>
      <translation>abgebrochen vor Tag 1: Einwilligung zurückgezogen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>stopped early</source>
      <translation>vorzeitig beendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>stopped for {values}</source>
      <translation>abgebrochen wegen {values}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}</source>
      <translation>abgebrochen an Tag {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: adverse event</source>
      <translation>abgebrochen an Tag {1}: unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: adverse event ({who})</source>
      <translation>abgebrochen an Tag {1}: unerwünschtes Ereignis ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: death</source>
      <translation>abgebrochen an Tag {1}: Tod</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: death ({who})</source>
      <translation>abgebrochen an Tag {1}: Tod ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: lack of efficacy</source>
      <translation>abgebrochen an Tag {1}: fehlende Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: lack of efficacy ({who})</source>
      <translation>abgebrochen an Tag {1}: fehlende Wirksamkeit ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: lost to follow-up</source>
      <translation>abgebrochen an Tag {1}: nicht mehr erreichbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: lost to follow-up ({who})</source>
      <translation>abgebrochen an Tag {1}: nicht mehr erreichbar ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: protocol violation</source>
      <translation>abgebrochen an Tag {1}: Verletzung des Prüfplans</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: protocol violation ({who})</source>
      <translation>abgebrochen an Tag {1}: Verletzung des Prüfplans ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: study terminated by sponsor</source>
      <translation>abgebrochen an Tag {1}: Studie vom Sponsor beendet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped on day {1}: withdrawal by subject</source>
      <translation>abgebrochen an Tag {1}: Einwilligung zurückgezogen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>stopped on day {1}: withdrawal by subject ({who})</source>
      <translation>abgebrochen an Tag {1}: Einwilligung zurückgezogen ({who})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped: adverse event</source>
      <translation>abgebrochen: unerwünschtes Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped: death</source>
      <translation>abgebrochen: Tod</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped: lack of efficacy</source>
      <translation>abgebrochen: fehlende Wirksamkeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped: lost to follow-up</source>
      <translation>abgebrochen: nicht mehr erreichbar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>stopped: withdrawal by subject</source>
      <translation>abgebrochen: Einwilligung zurückgezogen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/times.py" />
      <source>study day {number:.6g}</source>
      <translation>Studientag {number:.6g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/times.py" />
      <source>study day {study_day:.6g}</source>
      <translation>Studientag {study_day:.6g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>subgroup has</source>
      <translation>Untergruppe hat</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>subgroups</source>
      <translation>Subgruppen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>subgroups have</source>
      <translation>Untergruppen haben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>subjects do not differ beyond the residual variation</source>
      <translation>die Patienten unterscheiden sich nicht über die Reststreuung hinaus</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words.py" />
      <source>subjects+measurements</source>
      <translation>Patienten und Messwerte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_model.py" />
      <source>subset</source>
      <translation>Subtyp</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>such as #0072B2 #D55E00</source>
      <translation>etwa #0072B2 #D55E00</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>such as −10; 5</source>
      <translation>etwa −10; 5</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>synthetic demonstration data</source>
      <translation>künstliche Demodaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>term</source>
      <translation>Begriff</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/term_groups.py" />
      <source>terms</source>
      <translation>Begriffe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>tests</source>
      <translation>Tests</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/recognise.py" />
      <source>text, not a table</source>
      <translation>Text, keine Tabelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>that disk does not take such a name</source>
      <translation>dieser Datenträger nimmt einen solchen Namen nicht an</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>the</source>
      <translation>dieses</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>the computed ones are analysed</source>
      <translation>analysiert werden die berechneten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/several_kinds.py" />
      <source>the date of its row, “{written}”</source>
      <translation>das Datum ihrer Zeile, „{written}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>the date of the last dose, {day}</source>
      <translation>dem Datum der letzten Dosis, {day}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>the disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/steps.py" />
      <source>the disk or network drive is slow or does not answer; you may cancel</source>
      <translation>der Datenträger oder das Netzlaufwerk ist langsam oder antwortet nicht; Sie können abbrechen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>the file has no day of a visit</source>
      <translation>die Datei hat keinen Tag einer Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>the file names no medication {names}, so nobody has rescue treatment.</source>
      <translation>die Datei nennt keine Medikation {names}, also hat niemand eine Notfallbehandlung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>the file's are analysed</source>
      <translation>analysiert werden die der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the file's flag, else the baseline visit, else the last by day 1</source>
      <translation>das Kennzeichen der Datei, sonst die Ausgangsvisite, sonst der letzte bis Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the first</source>
      <translation>die erste</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>the first dose</source>
      <translation>der ersten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the first value, whenever it was</source>
      <translation>der erste Wert, wann immer er war</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>the first visit</source>
      <translation>der ersten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>the intercepts do not vary</source>
      <translation>die Achsenabschnitte streuen nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the last</source>
      <translation>der letzte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the last by day 1</source>
      <translation>der letzte bis Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the last date in the data</source>
      <translation>das letzte Datum in den Daten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>the last visit</source>
      <translation>die letzte Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the last visit that is modelled</source>
      <translation>die letzte Visite, die modelliert wird</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/optimise.py" />
      <source>the likelihood rises towards a singular matrix</source>
      <translation>die Likelihood steigt gegen eine singuläre Matrix an</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the mean of all by day 1</source>
      <translation>der Mittelwert aller bis Tag 1</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the name of the file</source>
      <translation>der Name der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the nearest to the planned day</source>
      <translation>der nächste am geplanten Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_rows.py" />
      <source>the numbers in “{written}”</source>
      <translation>die Nummern in „{written}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>the patient completed the trial on {day}</source>
      <translation>Abschluss der Studie durch den Patienten am {day}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>the patient left the trial on {day}</source>
      <translation>Ausscheiden des Patienten aus der Studie am {day}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/recognise.py" />
      <source>the patient: {why}</source>
      <translation>der Patient: {why}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source>the plan</source>
      <translation>der Plan</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the primary endpoint</source>
      <translation>der primäre Endpunkt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>the response does not vary at one visit</source>
      <translation>die Zielgröße streut bei einer Visite nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>the result is not a number</source>
      <translation>das Ergebnis ist keine Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the same effect at every visit</source>
      <translation>dieselbe Wirkung bei jeder Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>the same wherever it is filled, without a place in the trial</source>
      <translation>überall gleich, wo gefüllt, ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the same, each category</source>
      <translation>gleich viel, jede Kategorie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/optimise.py" />
      <source>the search did not come to rest</source>
      <translation>die Suche kam nicht zur Ruhe</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/as_said.py" />
      <source>the sheet</source>
      <translation>das Blatt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/recognise_sheets.py" />
      <source>the sheet is empty</source>
      <translation>das Blatt ist leer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/random_slope.py" />
      <source>the slopes do not vary</source>
      <translation>die Steigungen streuen nicht</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>the trial does not show that lower doses are better tolerated, nor that they are not.</source>
      <translation>die Studie zeigt nicht, dass niedrigere Dosen besser vertragen werden, und auch nicht das Gegenteil.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the value, baseline a visit (cLDA)</source>
      <translation>der Wert, Baseline als Visite (cLDA)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>the whole trial</source>
      <translation>der ganzen Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_columns.py" />
      <source>the {what} of records, by its dates</source>
      <translation>{what} von Einträgen, nach ihren Daten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>their mean</source>
      <translation>ihr Mittelwert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>there is no rule</source>
      <translation>es gibt keine Regel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>there is nothing in it; {choose}</source>
      <translation>es ist nichts darin; {choose}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>these intervals overlap: the</source>
      <translation>diese Intervalle überlappen: die</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source>this check of the file</source>
      <translation>diese Prüfung der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>this file has no arm “{name}”; {offer}.</source>
      <translation>diese Datei hat keinen Arm „{name}“; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>this file has no covariate that varies “{name}”; {offer}.</source>
      <translation>diese Datei hat keine Kovariate „{name}“, die streut; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>this file has no endpoint “{name}”; {offer}.</source>
      <translation>diese Datei hat keinen Endpunkt „{name}“; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>this file has no stratum that varies “{name}”; {offer}.</source>
      <translation>diese Datei hat kein Stratum „{name}“, das streut; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>this file has no visit “{name}”; {offer}.</source>
      <translation>diese Datei hat keine Visite „{name}“; {offer}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>this is the first</source>
      <translation>dies sind die ersten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>tied to an adverse event</source>
      <translation>mit einem unerwünschten Ereignis verknüpft</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/window_parts.py" />
      <source>time axis</source>
      <translation>Zeitachse</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>time on drug</source>
      <translation>Zeit unter Medikation</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>times</source>
      <translation>Zeiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times.py" />
      <source>times and censoring are the file’s own</source>
      <translation>Zeiten und Zensierung sind die der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>times of day without a place in the trial</source>
      <translation>Uhrzeiten ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>times to events</source>
      <translation>Zeiten bis zu Ereignissen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>to the last planned visit</source>
      <translation>bis zur letzten geplanten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>to x</source>
      <translation>bis x</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_notes_pane.py" />
      <source>to y</source>
      <translation>bis y</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>took more than {seconds} s of computing to read and was given up: save only the tables of the trial to a new file and open that</source>
      <translation>brauchte mehr als {seconds} s Rechenzeit zum Lesen und wurde aufgegeben: Speichern Sie nur die Tabellen der Studie in eine neue Datei und öffnen Sie diese</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>treated, by the own rule</source>
      <translation>behandelt, nach eigener Regel</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>treated, with baseline and later value</source>
      <translation>behandelt, Baseline und Folgewert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>two visits are never seen in the same subject</source>
      <translation>zwei Visiten kommen nie beim selben Patienten vor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>under this model {which} doses had fewer dose-limiting events.</source>
      <translation>in diesem Modell hatten {which} Dosen weniger dosislimitierende Ereignisse.</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/models.py" />
      <source>unstructured</source>
      <translation>unstrukturiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>value has neither date nor visit</source>
      <translation>Wert hat weder Datum noch Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>value is not a number</source>
      <translation>Wert ist keine Zahl</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/data_sets.py" />
      <source>value labels of a questionnaire's items, read by their codes</source>
      <translation>Wertelabels der Fragen eines Fragebogens, nach ihren Codes gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>value with its baseline as first visit</source>
      <translation>Wert, mit dem Ausgangswert als erster Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_words.py" />
      <source>values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>values are not numbers</source>
      <translation>Werte sind keine Zahlen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>values belong to the visit they are named for (visits.windows), not to a window.</source>
      <translation>Werte gehören zu der Visite, nach der sie benannt sind (visits.windows), nicht zu einem Fenster.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>values carried forward</source>
      <translation>fortgeschriebene Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>values have neither date nor visit</source>
      <translation>Werte haben weder Datum noch Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/clinical/ctcae_criteria.py" />
      <source>version 5 grades high glucose by its treatment, not by the value</source>
      <translation>Version 5 stuft hohe Glukose nach der Behandlung ein, nicht nach dem Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/clinical/ctcae_criteria.py" />
      <source>version 5 grades low phosphate by its treatment, not by the value</source>
      <translation>Version 5 stuft niedriges Phosphat nach der Behandlung ein, nicht nach dem Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/analysis/page.py" />
      <source>view of the whole trial</source>
      <translation>Ansicht der ganzen Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/columns/times.py" />
      <source>visit {number:.6g}</source>
      <translation>Visite {number:.6g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>visits</source>
      <translation>Visiten</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>was</source>
      <translation>wurde</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>was at {cell}</source>
      <translation>war in {cell}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>was given up after a long wait, because the computer is busy: close other programs and open it again</source>
      <translation>wurde nach langem Warten aufgegeben, weil der Computer ausgelastet ist: Schließen Sie andere Programme und öffnen Sie die Datei noch einmal</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>weeks</source>
      <translation>Wochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>were</source>
      <translation>wurden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>what should be its folder is a file</source>
      <translation>was ihr Ordner sein sollte, ist eine Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/memory/query_log.py" />
      <source>will not query</source>
      <translation>wird nicht gefragt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>with a comment</source>
      <translation>mit Kommentar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>with a graded value after baseline (n), each once at the worst grade; percent of n.</source>
      <translation>mit einem eingestuften Wert nach dem Ausgangswert (n), jeder einmal beim schlimmsten Grad; Prozent von n.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_words.py" />
      <source>with a partial start date, counted on the {which} day it can be</source>
      <translation>mit unvollständigem Beginn, gezählt am {which} möglichen Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>with a partial start date, on its {which} possible day</source>
      <translation>mit unvollständigem Beginn, am {which} möglichen Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>with a related event</source>
      <translation>mit einem zusammenhängenden Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>with a related serious event</source>
      <translation>mit einem zusammenhängenden schwerwiegenden Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>with a serious event</source>
      <translation>mit einem schwerwiegenden Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/document.py" />
      <source>with a space</source>
      <translation>mit Leerzeichen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/read_values.py" />
      <source>with an empty result</source>
      <translation>mit leerem Ergebnis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>with an event</source>
      <translation>mit einem Ereignis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with consent</source>
      <translation>mit der Einwilligung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with randomisation</source>
      <translation>mit der Randomisierung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>with shrinkage, and its interval</source>
      <translation>mit Schrumpfung und ihrem Intervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with the first dose</source>
      <translation>mit der ersten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with the first visit</source>
      <translation>mit der ersten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with the last contact</source>
      <translation>mit dem letzten Kontakt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with the last visit</source>
      <translation>mit der letzten Visite</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>with the planned end of treatment, or the last contact before it</source>
      <translation>mit dem geplanten Ende der Behandlung oder dem letzten Kontakt davor</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>with “{source}”, counted with {share:g} %</source>
      <translation>mit „{source}“, gezählt zu {share:g} %</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>withdrawal by subject</source>
      <translation>Rückzug der Einwilligung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/benefit.py" />
      <source>within patients</source>
      <translation>innerhalb der Patienten</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>without</source>
      <translation>ohne</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>without a comment</source>
      <translation>ohne Kommentar</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_words.py" />
      <source>without a grade or severity, not counted</source>
      <translation>ohne Grad oder Schweregrad, nicht gezählt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/time_words.py" />
      <source>without a start date, counted from the first dose</source>
      <translation>ohne Startdatum, gezählt ab der ersten Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>without a start date, not drawn</source>
      <translation>ohne Startdatum, nicht gezeichnet</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>without a value after it</source>
      <translation>ohne späteren Wert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>without baseline</source>
      <translation>ohne Ausgangswert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>without earlier knowledge</source>
      <translation>ohne früheres Wissen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>without either</source>
      <translation>ohne beides</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>without end</source>
      <translation>ohne Ende</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/tolerates.py" />
      <source>without time</source>
      <translation>ohne Zeit</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>words without a place in the trial</source>
      <translation>Wörter ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>worse</source>
      <translation>schlechter</translation>
    </message>
    <message>
      <location filename="../../resources/translations/collect.py" />
      <source>worst</source>
      <translation>schlechtester</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>worst case</source>
      <translation>schlechtester Fall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>worst grade</source>
      <translation>schwerster Grad</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>worst grade {grade:.0f}</source>
      <translation>schlimmster Grad {grade:.0f}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_filter.py" />
      <source>worst grade ≥ {least}</source>
      <translation>schlimmster Grad ≥ {least}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>write {names}</source>
      <translation>schreiben Sie {names}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>write {names} and {n} more</source>
      <translation>schreiben Sie {names} und {n} weitere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/line.py" />
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/columns_report.py" />
      <source>yes or no, without a place in the trial</source>
      <translation>Ja oder Nein, ohne Platz in der Studie</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>you said that {said} is the trial’s drug</source>
      <translation>Sie sagten, dass {said} das Prüfmedikament ist</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} % ({2} to {3})</source>
      <translation>{1} % ({2} bis {3})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} % CI</source>
      <translation>{1}-%-KI</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} % interval</source>
      <translation>{1}-%-Intervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>{1} (below {2})</source>
      <translation>{1} (unter {2})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} ({2} to {3})</source>
      <translation>{1} ({2} bis {3})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>{1} ({2} to ∞)</source>
      <translation>{1} ({2} bis ∞)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>{1} [{2} to {3}]</source>
      <translation>{1} [{2} bis {3}]</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>{1} in {2}</source>
      <translation>{1} bei {2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} in {2} weeks</source>
      <translation>{1} in {2} Wochen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} of {2}</source>
      <translation>{1} von {2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/cell_words.py" />
      <source>{1} of {2}: {3} % ({4} to {5})</source>
      <translation>{1} von {2}: {3} % ({4} bis {5})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{1} to {2}</source>
      <translation>{1} bis {2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/frozen_column.py" />
      <source>{accessiblename}: first column</source>
      <translation>{accessiblename}: erste Spalte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/tipping_grid.py" />
      <source>{arm} less {reference} at {avisit}, as the model has it: {estimate}{unit} ({interval}); missing: {missing} of {n} and {missing2} of {total} patients.</source>
      <translation>{arm} minus {reference} bei {avisit}, wie das Modell sie hat: {estimate}{unit} ({interval}); fehlend: {missing} von {n} und {missing2} von {total} Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>{arm} less {reference}: {number} {words}{p}.</source>
      <translation>{arm} minus {reference}: {number} {words}{p}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/outcome.py" />
      <source>{arm}rank correlation {rho} ({limits}; n = {n}).</source>
      <translation>{arm}Rangkorrelation {rho} ({limits}; n = {n}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>{at} of {n} found</source>
      <translation>{at} von {n} gefunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/categories.py" />
      <source>{better}; {worse}.</source>
      <translation>{better}; {worse}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/as_said.py" />
      <source>{capitalize} of {where}: “{option}”, as you said.</source>
      <translation>{capitalize} von {where}: „{option}“, wie Sie sagten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details.py" />
      <source>{cell} copied</source>
      <translation>{cell} kopiert</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/changes.py" />
      <source>{change} in {patient}; {tied} tied to an adverse event whose action taken says so.</source>
      <translation>{change}, {patient}; {tied} verknüpft mit einem unerwünschten Ereignis, dessen Maßnahme es sagt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/own_checks.py" />
      <source>{checks} of {name} used for every trial from now on.</source>
      <translation>{checks} aus {name} werden von jetzt an für jede Studie verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/sex_codes.py" />
      <source>{code} is {word}</source>
      <translation>{code} ist {word}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{count} of the {n} who reached {dose} {share} {verb}; {count2} of {total} {share2} took it to the end.</source>
      <translation>{count} der {n}, die {dose} {share} erreichten, {verb}; {count2} von {total} {share2} nahmen sie bis zum Ende.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>{dose} begins on {day}, after {late_for}; {kept}.</source>
      <translation>{dose} beginnt am {day}, nach {late_for}; {kept}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/doses.py" />
      <source>{dose} goes on to {day}, after {late_for}; {kept}.</source>
      <translation>{dose} geht bis {day}, nach {late_for}; {kept}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/dose_hazard.py" />
      <source>{dropped} rows without a dose, week or event were left out.</source>
      <translation>{dropped} Zeilen ohne Dosis, Woche oder Ereignis wurden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>{drug}, {n} rows</source>
      <translation>{drug}, {n} Zeilen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>{error} Nothing can be marked.</source>
      <translation>{error} Nichts kann markiert werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>{error} {files} written.</source>
      <translation>{error} {files} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{estimate} % ({lower} to {upper} %)</source>
      <translation>{estimate} % ({lower} bis {upper} %)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>{events} in {patients}, {n_emergent} on treatment</source>
      <translation>{events} bei {patients}, {n_emergent} unter Behandlung</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/serious.py" />
      <source>{events} not say whether serious; not listed.</source>
      <translation>{events} nicht, ob schwerwiegend; nicht aufgeführt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_look_pane.py" />
      <source>{family} (the same everywhere)</source>
      <translation>{family} (überall gleich)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>{files}, one per site</source>
      <translation>{files}, eine je Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/unseen_findings.py" />
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/report/flow.py" />
      <source>{found} between reasons for stopping and actions taken for adverse events, listed below.</source>
      <translation>{found} zwischen Abbruchgründen und Maßnahmen bei unerwünschten Ereignissen, unten aufgeführt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparison_words.py" />
      <source>{found}; Fisher {p}.</source>
      <translation>{found}; Fisher {p}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/patients.py" />
      <source>{found}; it is left out, and nothing is computed from it. Correct it in the file.</source>
      <translation>{found}; der Wert wird ausgelassen, und nichts wird daraus berechnet. Berichtigen Sie ihn in der Datei.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>{grade} or worse</source>
      <translation>{grade} oder höher</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/subgroups.py" />
      <source>{groups} nobody in one of the two arms, so that no difference is given there.</source>
      <translation>{groups} in einem der beiden Arme niemanden, sodass dort keine Differenz angegeben wird.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/enrolment/table_one.py" />
      <source>{heading}. Percentages are of all patients of a column; missing values are shown.</source>
      <translation>{heading}. Prozente sind von allen Patienten einer Spalte; fehlende Werte werden gezeigt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/foot.py" />
      <source>{hidden}{where}{name} · {patients} · sha256 {sha256}…</source>
      <translation>{hidden}{where}{name} · {patients} · sha256 {sha256}…</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/map_links.py" />
      <source>{lacking} &lt;a href="map"&gt;Map one…&lt;/a&gt;</source>
      <translation>{lacking} &lt;a href="map"&gt;Zuordnen…&lt;/a&gt;</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/map_links.py" />
      <source>{lacking} Map one</source>
      <translation>{lacking} Zuordnen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/counting.py" />
      <source>{least} patients; totals stay as they are</source>
      <translation>{least} Patienten; Summen bleiben, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{level:g} % CI</source>
      <translation>{level:g}-%-KI</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/slopes.py" />
      <source>{level:g} % CI from</source>
      <translation>{level:g}-%-KI von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/distribution.py" />
      <source>{level:g} % CI {lower} to {upper}</source>
      <translation>{level:g}-%-KI {lower} bis {upper}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{level:g} % credible interval</source>
      <translation>{level:g}-%-Kredibilitätsintervall</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{level} % {lower} to {upper}</source>
      <translation>{level} % {lower} bis {upper}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>{limit}, often because of a stray cell far from the table: delete unused rows and columns in Excel, save and open again</source>
      <translation>{limit}, oft wegen einer verirrten Zelle weit von der Tabelle: Löschen Sie in Excel unbenutzte Zeilen und Spalten, speichern Sie und öffnen Sie neu</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>{limit}: save only the tables of the trial to a new file and open that</source>
      <translation>{limit}: Speichern Sie nur die Tabellen der Studie in eine neue Datei und öffnen Sie diese</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/page.py" />
      <source>{lines} from the default</source>
      <translation>{lines} von der Vorgabe ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/value_labels.py" />
      <source>{listed} and others</source>
      <translation>{listed} und andere</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_case.py" />
      <source>{many} from others in capitals only (such as {text} here and {new} elsewhere); they were taken for the same patients.</source>
      <translation>{many} von anderen nur in Großbuchstaben (wie {text} hier und {new} anderswo); sie gelten als dieselben Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/patient_zeros.py" />
      <source>{many} written without leading zeros here and with them elsewhere (such as {text} here and {other} in {cell}); they were taken for the same patients.</source>
      <translation>{many} hier ohne führende Nullen und anderswo mit solchen geschrieben (wie {text} hier und {other} in {cell}); sie gelten als dieselben Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/tablets.py" />
      <source>{mass:g}, {n:g} tablets</source>
      <translation>{mass:g}, {n:g} Tabletten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/words_tab.py" />
      <source>{meaning}  (recognised)</source>
      <translation>{meaning}  (erkannt)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/distribution.py" />
      <source>{measure} at {visit}</source>
      <translation>{measure} bei {visit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/series.py" />
      <source>{measure} has several values of a patient told apart by position or time point ({words}); each is a series of its own.</source>
      <translation>{measure} hat mehrere Werte eines Patienten, unterschieden nach Lage oder Zeitpunkt ({words}); jeder ist eine eigene Reihe.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/measured.py" />
      <source>{measure} is recorded in words only ({n} values, such as “{text}”); they are kept as text and cannot be drawn as a curve.</source>
      <translation>{measure} ist nur in Worten erfasst ({n} Werte, wie „{text}“); sie bleiben als Text und lassen sich nicht als Kurve zeichnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>{measure} is {value:g} on {day}, but {value2:g} on {day2} and {value3:g} on {day3}; it is drawn and analysed.</source>
      <translation>{measure} ist {value:g} am {day}, aber {value2:g} am {day2} und {value3:g} am {day3}; der Wert wird gezeichnet und analysiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/laboratory.py" />
      <source>{measure} is {value:g} {unit} on {day}, grade {level} by {version} ({term}), and no adverse event says so; it is shown in the laboratory tables only.</source>
      <translation>{measure} ist {value:g} {unit} am {day}, Grad {level} nach {version} ({term}), und kein unerwünschtes Ereignis sagt es; der Wert steht nur in den Labortabellen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/readings.py" />
      <source>{measure} of patient {usubjid}{visit} is {value}, and {earlier} in an earlier row; both are drawn, and the plan says which counts.</source>
      <translation>{measure} von Patient {usubjid}{visit} ist {value}, und {earlier} in einer früheren Zeile; beide werden gezeichnet, und der Plan sagt, welcher zählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/laboratory.py" />
      <source>{measure} of {value:g} {unit} is hardly possible ({low:.3g} to {high:.3g} is expected): check the point and the unit; it is drawn and graded as recorded.</source>
      <translation>{measure} von {value:g} {unit} ist kaum möglich ({low:.3g} bis {high:.3g} ist zu erwarten): Prüfen Sie Komma und Einheit; der Wert wird gezeichnet und eingestuft wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/jumps.py" />
      <source>{measure} went from {value:g} on {day} ({cell}) to {value2:g} on {day2}, {limit} between visits; both values are drawn and analysed.</source>
      <translation>{measure} ging von {value:g} am {day} ({cell}) auf {value2:g} am {day2}, {limit} zwischen Visiten; beide Werte werden gezeichnet und analysiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/doubtful.py" />
      <source>{measure} {value} stands out from the other values and may be a code for “missing”; it is used as it stands until you say what it means.</source>
      <translation>{measure} {value} sticht von den anderen Werten ab und ist vielleicht ein Code für „fehlend“; der Wert wird verwendet, bis Sie sagen, was er bedeutet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/measured.py" />
      <source>{measure}: of {values} only a limit is known (such as “{text}”); means, changes and models take the limit for the value.</source>
      <translation>{measure}: Von {values} ist nur eine Grenze bekannt (wie „{text}“); Mittelwerte, Veränderungen und Modelle nehmen die Grenze als Wert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/distribution.py" />
      <source>{measure}: {mean} {unit} ({limits}) on average in {n} patients; their true slopes differ with an SD of {sd}.</source>
      <translation>{measure}: {mean} {unit} ({limits}) im Mittel von {n} Patienten; deren wahre Steigungen unterscheiden sich mit einer SD von {sd}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/failures.py" />
      <source>{megabytes:.1f} GB of memory to read</source>
      <translation>{megabytes:.1f} GB Speicher zum Lesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/time_on_drug.py" />
      <source>{method}, {level:g} % intervals.</source>
      <translation>{method}, Intervalle von {level:g} %.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/arms/times.py" />
      <source>{method}; {censoring}.</source>
      <translation>{method}; {censoring}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/arm_changes.py" />
      <source>{missed} of {treated} ({heading}) {have} {why} and {are} not in the analysis.</source>
      <translation>{missed} von {treated} ({heading}) {have} {why} und {are} nicht in der Analyse.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>{months} months</source>
      <translation>{months} Monate</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_table.py" />
      <source>{m} data sets, Rubin's rules; seed {seed}.</source>
      <translation>{m} Datensätze, Regeln von Rubin; Startwert {seed}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/queries.py" />
      <source>{n_new} of them are new; the others keep their numbers.</source>
      <translation>{n_new} davon sind neu; die anderen behalten ihre Nummern.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>{n_visit} of {n_baseline} patients with a baseline have a value at {avisit}.</source>
      <translation>{n_visit} von {n_baseline} Patienten mit Ausgangswert haben einen Wert bei {avisit}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_rows.py" />
      <source>{names} is in no model: {seen} of {patients} a change there (fewest: {fewest_patients} patients and {fewest_share:g} %).</source>
      <translation>{names} ist in keinem Modell: {seen} von {patients} eine Veränderung dort (mindestens: {fewest_patients} Patienten und {fewest_share:g} %).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/composites.py" />
      <source>{names}: read as 0 to 100 and divided by 10.</source>
      <translation>{names}: als 0 bis 100 gelesen und durch 10 geteilt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>{name} % predicted of the file differ from {equation} by more than {tolerance:g} points in {n} of {total} tests and fit no other equation; {used}.</source>
      <translation>{name} % des Sollwerts der Datei weichen von {equation} um mehr als {tolerance:g} Punkte ab in {n} von {total} Tests und passen zu keiner anderen Gleichung; {used}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>{name} % predicted of the file fit {equation} (median difference {difference:.1f} points in {total} tests{away}); {used}.</source>
      <translation>{name} % des Sollwerts der Datei passen zu {equation} (mediane Abweichung {difference:.1f} Punkte in {total} Tests{away}); {used}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/save_figure.py" />
      <source>{name} (replaces the file of that name)</source>
      <translation>{name} (ersetzt die Datei dieses Namens)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>{name} cannot be read as a text file. Choose a plan saved here.</source>
      <translation>{name} kann nicht als Textdatei gelesen werden. Wählen Sie einen hier gespeicherten Plan.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/words.py" />
      <source>{name} copied.</source>
      <translation>{name} kopiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/measured.py" />
      <source>{name} has neither a date nor a visit and cannot be drawn.</source>
      <translation>{name} hat weder Datum noch Visite und lässt sich nicht zeichnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>{name} has no unit; its values ({low:g} to {high:g}) fit only {source} and were read so.</source>
      <translation>{name} hat keine Einheit; die Werte ({low:g} bis {high:g}) passen nur zu {source} und wurden so gelesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>{name} has one level only ({levels}) and has no effect in the model.</source>
      <translation>{name} hat nur eine Stufe ({levels}) und wirkt im Modell nicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>{name} is given as a fraction ({low:g} to {high:g}); its values ({n}) were multiplied by 100.</source>
      <translation>{name} ist als Bruchteil angegeben ({low:g} bis {high:g}); die Werte ({n}) wurden mit 100 multipliziert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>{name} is given in {unit} and in {kept_unit}; its values in {unit} ({n}) were converted to {kept_unit}.</source>
      <translation>{name} ist in {unit} und in {kept_unit} angegeben; die Werte in {unit} ({n}) wurden in {kept_unit} umgerechnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>{name} is neither yes nor no in {unclear} of {n} patients, who are not counted.</source>
      <translation>{name} ist bei {unclear} von {n} Patienten weder Ja noch Nein; sie werden nicht gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/plan_files.py" />
      <source>{name} is not a plan: {error}</source>
      <translation>{name} ist kein Plan: {error}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>{name} {given}; its values ({n}) are kept as a measurement of their own ({code}).</source>
      <translation>{name} {given}; die Werte ({n}) bleiben als eigene Messgröße ({code}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/agreement.py" />
      <source>{name} {recorded:g} % predicted does not fit {measured:g} {unit}, which is {expected:.0f} % by {by} (±{tolerance:g} points are allowed for); {used}.</source>
      <translation>{name} {recorded:g} % des Sollwerts passt nicht zu {measured:g} {unit}, das sind {expected:.0f} % nach {by} (±{tolerance:g} Punkte sind erlaubt); {used}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/measured.py" />
      <source>{name} {value} is outside {least:g} to {most:g}{unit} and cannot be right; it is kept as text and not drawn or analysed.</source>
      <translation>{name} {value} liegt außerhalb von {least:g} bis {most:g}{unit} und kann nicht stimmen; der Wert bleibt als Text und wird weder gezeichnet noch analysiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/values/date_order.py" />
      <source>{name} {year}, day not known</source>
      <translation>{name} {year}, Tag nicht bekannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>{name} – sscviewer</source>
      <translation>{name} – sscviewer</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/measured.py" />
      <source>{name} “{avalc}” is not a number; it is kept as text.</source>
      <translation>{name} „{avalc}“ ist keine Zahl; der Wert bleibt als Text.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>{name} “{text}” is not a number and was left out.</source>
      <translation>{name} „{text}“ ist keine Zahl und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/distribution.py" />
      <source>{name}, {n} patients with a baseline: {counted} ({rule}).</source>
      <translation>{name}, {n} Patienten mit Ausgangswert: {counted} ({rule}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{name}: mean change {number} by the model ({patient} with a baseline, {n} of them with a value).</source>
      <translation>{name}: mittlere Veränderung {number} nach dem Modell ({patient} mit Ausgangswert, {n} davon mit einem Wert).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/record_words.py" />
      <source>{name}: the cell holds no date that can be; the patient is kept without it.</source>
      <translation>{name}: Die Zelle enthält kein mögliches Datum; der Patient bleibt ohne es.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/record_words.py" />
      <source>{name}: the cell says that the date of birth is not known; no age is made from it.</source>
      <translation>{name}: Die Zelle sagt, dass das Geburtsdatum nicht bekannt ist; daraus wird kein Alter.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{name}: the mean change cannot be estimated.</source>
      <translation>{name}: Die mittlere Veränderung lässt sich nicht schätzen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{name}: whether it goes with the dose cannot be told.</source>
      <translation>{name}: Ob es mit der Dosis geht, lässt sich nicht sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{name}: {dose:g} {unit} more throughout adds in {duration} {told}{apart}.</source>
      <translation>{name}: {dose:g} {unit} mehr durchgehend machen in {duration} {told} aus{apart}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/parameters.py" />
      <source>{name}: {inside} of {n} values are outside {low:g} to {high:g}{space}{unit}, which are the limits {limits}; they are kept as a measurement of their own without limits ({code}).</source>
      <translation>{name}: {inside} von {n} Werten liegen außerhalb von {low:g} bis {high:g}{space}{unit}, den Grenzen {limits}; sie bleiben als eigene Messgröße ohne Grenzen ({code}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/sheet_list.py" />
      <source>{name}: {rows} rows; {why}</source>
      <translation>{name}: {rows} Zeilen; {why}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/mapping/dialog.py" />
      <source>{name}: {taken} of {n} sheets are mapped by it.{rest}</source>
      <translation>{name}: {taken} von {n} Blättern sind damit zugeordnet.{rest}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/start.py" />
      <source>{note}  ·  Version {version}</source>
      <translation>{note}  ·  Version {version}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity_arms.py" />
      <source>{note} No interval: the model it is drawn from has none.</source>
      <translation>{note} Kein Intervall: Das Modell, aus dem gezogen wird, hat keines.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>{note}; no shift brings the interval to zero.</source>
      <translation>{note}; keine Verschiebung bringt das Intervall zur Null.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>{note}; the interval holds zero without any shift.</source>
      <translation>{note}; das Intervall enthält die Null ohne jede Verschiebung.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>{note}; the interval reaches zero at δ = {limit:+.3g}.</source>
      <translation>{note}; das Intervall erreicht die Null bei δ = {limit:+.3g}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>{note}; there is no interval.</source>
      <translation>{note}; es gibt kein Intervall.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>{numbers} in {texts}</source>
      <translation>{numbers} in {texts}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{number} (no interval)</source>
      <translation>{number} (kein Intervall)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{number} ({interval} {lower} to {upper})</source>
      <translation>{number} ({interval} {lower} bis {upper})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{number} ({lower} to {upper})</source>
      <translation>{number} ({lower} bis {upper})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/arm_sheets.py" />
      <source>{number} in {arm}</source>
      <translation>{number} in {arm}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/wilcoxon.py" />
      <source>{n} changes are too few for an interval by ranks.</source>
      <translation>{n} Veränderungen sind zu wenige für ein Intervall nach Rängen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>{n} control characters were</source>
      <translation>{n} Steuerzeichen wurden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/titration.py" />
      <source>{n} different doses were given: there is no table by dose.</source>
      <translation>{n} verschiedene Dosen wurden gegeben: Es gibt keine Tabelle nach Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>{n} found</source>
      <translation>{n} gefunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>{n} hidden</source>
      <translation>{n} verborgen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{n} hours</source>
      <translation>{n} Stunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{n} months</source>
      <translation>{n} Monaten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>{n} not read</source>
      <translation>{n} nicht gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>{n} of this kind, first: {message}</source>
      <translation>{n} dieser Art, erster: {message}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{n} of {of} ({share})</source>
      <translation>{n} von {of} ({share})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/haemoglobin.py" />
      <source>{n} of {total} DLCO have no haemoglobin within {days} days, or sex or age are not known; they have no corrected value.</source>
      <translation>{n} von {total} DLCO haben kein Hämoglobin innerhalb von {days} Tagen, oder Geschlecht oder Alter sind nicht bekannt; sie haben keinen korrigierten Wert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/guess.py" />
      <source>{n} of {total} columns known</source>
      <translation>{n} von {total} Spalten bekannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>{n} of {total} events shown</source>
      <translation>{n} von {total} Ereignissen gezeigt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>{n} of {total} patients</source>
      <translation>{n} von {total} Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/members.py" />
      <source>{n} of {total} patients ({filter})</source>
      <translation>{n} von {total} Patienten ({filter})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>{n} of {total} patients. Every number of the trial pages is of them, and so is what is saved of the trial.</source>
      <translation>{n} von {total} Patienten. Jede Zahl der Studienseiten bezieht sich auf sie, ebenso, was von der Studie gespeichert wird.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_listings.py" />
      <source>{n} of {total}{also}</source>
      <translation>{n} von {total}{also}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>{n} other headline numbers stay</source>
      <translation>{n} andere Hauptzahlen bleiben</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>{n} patients are on this sheet more than once; the first row of each is used. {rows} ({n_rows}) are not.</source>
      <translation>{n} Patienten stehen mehr als einmal auf diesem Blatt; die erste Zeile von jedem wird verwendet. {rows} ({n_rows}) nicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_menu.py" />
      <source>{n} patients of the file</source>
      <translation>{n} Patienten der Datei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/compare/ancova.py" />
      <source>{n} patients without a value, a covariate or an arm left out.</source>
      <translation>{n} Patienten ohne Wert, Kovariate oder Arm ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/patient_row.py" />
      <source>{n} serious</source>
      <translation>{n} schwerwiegend</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/recognise_sheets.py" />
      <source>{n} sheets have the same columns and the same patients, with other numbers: each was taken for a visit, called as the sheet is ({names}).</source>
      <translation>{n} Blätter haben dieselben Spalten und dieselben Patienten mit anderen Zahlen: Jedes wurde für eine Visite genommen, benannt wie das Blatt ({names}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/totals.py" />
      <source>{n} skin scores lack sites and are prorated, as the settings of endpoints say.</source>
      <translation>Bei {n} Hautscores fehlen Stellen; sie sind hochgerechnet, wie die Einstellungen der Endpunkte es sagen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/data_tables.py" />
      <source>{n} without a start date are drawn from the left edge.</source>
      <translation>{n} ohne Startdatum werden vom linken Rand an gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/events_at_dose.py" />
      <source>{n} {what}</source>
      <translation>{n} {what}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>{n} {words}</source>
      <translation>{n} {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/survival/onset.py" />
      <source>{onset_rule} Events without an end go on to the patient's last contact.</source>
      <translation>{onset_rule} Ereignisse ohne Ende dauern bis zum letzten Kontakt des Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{overlap} trial does not show that {dose:g} {unit} is better tolerated than {dose2:g}, nor that it is not.</source>
      <translation>{overlap} Studie zeigt nicht, dass {dose:g} {unit} besser vertragen wird als {dose2:g}, und auch nicht das Gegenteil.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/recognise_sheets.py" />
      <source>{patients_in_columns} (row {above} holds their numbers): {transpose}</source>
      <translation>{patients_in_columns} (Zeile {above} enthält ihre Nummern): {transpose}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>{patients} no date of {clock}; there day 1 stays the first dose.</source>
      <translation>{patients} kein Datum ({clock}); dort bleibt Tag 1 die erste Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>{patients} not yet due and in no denominator.</source>
      <translation>{patients} noch nicht fällig und in keinem Nenner.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/responders.py" />
      <source>{patient} cannot be judged at this visit.</source>
      <translation>{patient} nicht zu beurteilen bei dieser Visite.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{patient} kept a dose for {week} after an event at it: there it was not the dose alone.</source>
      <translation>{patient} behielten eine Dosis nach einem Ereignis dabei ({week}): Dort lag es nicht allein an der Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparisons.py" />
      <source>{patient} without a stratum left out of it.</source>
      <translation>{patient} ohne Stratum hiervon ausgenommen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/model_rows.py" />
      <source>{patient} without {word} left out.</source>
      <translation>{patient} ohne {word} ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/reviews.py" />
      <source>{place_words} Whoever opens it there sees and adds to them.</source>
      <translation>{place_words} Wer sie dort öffnet, sieht sie und ergänzt sie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>{points:g}{unit} or more</source>
      <translation>{points:g}{unit} oder mehr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/state/not_shown_words.py" />
      <source>{read} of {columns} read</source>
      <translation>{read} von {columns} gelesen</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/effects_pane.py" />
      <source>{rest} as before. (All patients.)</source>
      <translation>{rest} wie zuvor. (Alle Patienten.)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/cut_off.py" />
      <source>{rows} of days after the plan's last day of data, {day}; not counted.</source>
      <translation>{rows} von Tagen nach dem letzten Datentag des Plans, {day}; nicht gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/secutrial_subforms.py" />
      <source>{rows} of the sub-form {hold} no answer and {were} not used.</source>
      <translation>{rows} des Unterformulars {hold} keine Antwort und {were} nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/adam.py" />
      <source>{rows} {are} {reason} and {were} not used.</source>
      <translation>{rows} {are} {reason} und {were} nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>{rows} {say} that {why}, and {were} not used.</source>
      <translation>{rows} {say}, dass {why}, und {were} nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/parts.py" />
      <source>{rows} {were} not used: {why}.</source>
      <translation>{rows} {were} nicht verwendet: {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/sheet_reader.py" />
      <source>{rows}: “{word}” says that there was nothing to list of the patient, and is no record.</source>
      <translation>{rows}: „{word}“ sagt, dass es beim Patienten nichts aufzuführen gab, und ist kein Eintrag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_roles.py" />
      <source>{rows}; columns of {what}</source>
      <translation>{rows}; Spalten: {what}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/report.py" />
      <source>{row} left out; the issues name each one and say why</source>
      <translation>{row} ausgelassen; die Befunde nennen jede und sagen warum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>{row} with an infinite value left out.</source>
      <translation>{row} mit unendlichem Wert ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>{row} without a covariate, subject or visit left out.</source>
      <translation>{row} ohne Kovariate, Person oder Visite ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/reml/design.py" />
      <source>{row} without {response} left out.</source>
      <translation>{row} ohne {response} ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/row_numbers.py" />
      <source>{run} to {run2}</source>
      <translation>{run} bis {run2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/tipping_grid.py" />
      <source>{said} With every pair of shifts up to {far} either way the interval {kept}.</source>
      <translation>{said} Bei jedem Paar von Verschiebungen bis {far} in beide Richtungen {kept} das Intervall.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/tipping_grid.py" />
      <source>{said} With {n} of {total} pairs of shifts up to {far} either way the interval {turned}; the nearest is {of_arm} for {arm} with {of_reference} for {reference}.</source>
      <translation>{said} Bei {n} von {total} Paaren von Verschiebungen bis {far} in beide Richtungen {turned} das Intervall; das nächste ist {of_arm} für {arm} mit {of_reference} für {reference}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/details_html.py" />
      <source>{said} by {who}, {at}</source>
      <translation>{said} von {who}, {at}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/comparison_words.py" />
      <source>{said}; not compared: a group has no patients.</source>
      <translation>{said}; nicht verglichen: Eine Gruppe hat keine Patienten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>{said}; the filter holds back {held} more</source>
      <translation>{said}; der Filter hält {held} weitere zurück</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/sensitivity.py" />
      <source>{seen} The {whose} would be zero if the {missing} missing changes (of {n_subjects} patients) were shifted by {delta}.</source>
      <translation>{seen} {whose} wäre null, wenn die {missing} fehlenden Veränderungen (von {n_subjects} Patienten) um {delta} verschoben wären.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/comparing.py" />
      <source>{sentence} The Data page lists them.</source>
      <translation>{sentence} Die Seite Daten listet sie auf.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/categories.py" />
      <source>{share:g} % of the baseline</source>
      <translation>{share:g} % des Ausgangswerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>{share:g} % or more</source>
      <translation>{share:g} % oder mehr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/words.py" />
      <source>{share} at {dose:g} {unit}</source>
      <translation>{share} bei {dose:g} {unit}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/issues_table.py" />
      <source>{shown} of {total} issues</source>
      <translation>{shown} von {total} Befunden</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>{shown} of {total} patients</source>
      <translation>{shown} von {total} Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/zip_guard.py" />
      <source>{size}, over {max_ratio} times its size, as files made to harm do; it {advice}</source>
      <translation>{size}, mehr als das {max_ratio}-Fache seiner Größe, wie bei schädlichen Dateien; es {advice}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/zip_guard.py" />
      <source>{size}, this program opens {max_unpacked} MB; it {advice}</source>
      <translation>{size}, dieses Programm öffnet {max_unpacked} MB; es {advice}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>{starting} has another row at {cell} ({what}), perhaps for a change of one event; both are shown and counted as events.</source>
      <translation>{starting} hat eine weitere Zeile in {cell} ({what}), vielleicht für eine Änderung eines Ereignisses; beide werden gezeigt und als Ereignisse gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>{starting} is recorded twice, first at {cell}{apart}; both are shown and counted as events.</source>
      <translation>{starting} ist zweimal erfasst, zuerst in {cell}{apart}; beide werden gezeigt und als Ereignisse gezählt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/mmrm.py" />
      <source>{step}; {used} was used instead.</source>
      <translation>{step}; stattdessen wurde {used} verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/figure_file_pane.py" />
      <source>{study}, {patient} and {view} are filled in</source>
      <translation>{study}, {patient} und {view} werden eingesetzt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/row_checks.py" />
      <source>{table} has no column {column}; it has {kinds}</source>
      <translation>{table} hat keine Spalte {column}; vorhanden: {kinds}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>{term} ({action})</source>
      <translation>{term} ({action})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/exposure.py" />
      <source>{term} ({action}, day {day})</source>
      <translation>{term} ({action}, Tag {day})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>{term}n = {n}{rest}.</source>
      <translation>{term}n = {n}{rest}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/row_numbers.py" />
      <source>{texts} and {texts2}</source>
      <translation>{texts} und {texts2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/times_words.py" />
      <source>{text} ({level:g} % CI {low} to {high})</source>
      <translation>{text} ({level:g}-%-KI {low} bis {high})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>{text} adverse events only</source>
      <translation>Nur unerwünschte Ereignisse: {text}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dose/plane.py" />
      <source>{title} ({level:g} % CI)</source>
      <translation>{title} ({level:g}-%-KI)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/workspace.py" />
      <source>{title} page ({number})</source>
      <translation>Seite {title} ({number})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/derived/predicted.py" />
      <source>{total} of {n} lung function values have no predicted value ({reasons}); they are shown as measured.</source>
      <translation>{total} von {n} Werten der Lungenfunktion haben keinen Sollwert ({reasons}); sie werden gezeigt wie gemessen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/patient_list.py" />
      <source>{total} patients</source>
      <translation>{total} Patienten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/errors.py" />
      <source>{trouble} The details hold no data.</source>
      <translation>{trouble} Die Details enthalten keine Daten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/page_table.py" />
      <source>{usubjid}: values</source>
      <translation>{usubjid}: Werte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/courses.py" />
      <source>{usubjid}: {why}</source>
      <translation>{usubjid}: {why}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/cohort/waterfall.py" />
      <source>{visit}: {n}</source>
      <translation>{visit}: {n}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/categories.py" />
      <source>{way} by more than {size}</source>
      <translation>{way} um mehr als {size}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/distribution/categories.py" />
      <source>{way} by {size} or more</source>
      <translation>{way} um {size} oder mehr</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what} (Month {1})</source>
      <translation>{what} (Monat {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what} (Week {1})</source>
      <translation>{what} (Woche {1})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>{what} and “{drugs}”</source>
      <translation>{what} und „{drugs}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose/dose_rates.py" />
      <source>{what} given on single days, as infusions are: a dose is in force until the next, at most for {days:.0f} days; the last one, and one whose next came later, for {days2} days, the usual time between two.</source>
      <translation>{what} an einzelnen Tagen gegeben, wie Infusionen: Eine Dosis gilt bis zur nächsten, höchstens {days:.0f} Tage; die letzte, und eine, deren nächste später kam, {days2} Tage, den üblichen Abstand.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/totals.py" />
      <source>{what} worked out from their items, because no total is recorded: {count}.</source>
      <translation>{what} aus ihren Einzelwerten berechnet, weil keine Summe erfasst ist: {count}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/endpoints/progression.py" />
      <source>{what} {way} by {size}{kind}</source>
      <translation>{what} um {size} {way}{kind}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>{what} “{text}” is not a complete date; it is drawn as the range of days it may be.</source>
      <translation>{what} „{text}“ ist kein vollständiges Datum; gezeichnet wird die Spanne möglicher Tage.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>{what} “{text}” is not a date; the row is kept without it.</source>
      <translation>{what} „{text}“ ist kein Datum; die Zeile bleibt ohne es.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/rows/fields.py" />
      <source>{what} “{text}” says that the date is not known; the row is kept without it.</source>
      <translation>{what} „{text}“ sagt, dass das Datum nicht bekannt ist; die Zeile bleibt ohne es.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}, % predicted</source>
      <translation>{what}, % des Sollwerts</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}, Month {1}</source>
      <translation>{what}, Monat {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}, Week {1}</source>
      <translation>{what}, Woche {1}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}/day</source>
      <translation>{what}/Tag</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/settled/own_visits.py" />
      <source>{what}: day {middle:g}</source>
      <translation>{what}: Tag {middle:g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/dose_question/benefit.py" />
      <source>{what}: no interval, for {why}.</source>
      <translation>{what}: kein Intervall, denn {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}: {who} minus {whom}</source>
      <translation>{what}: {who} minus {whom}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{what}; months since first dose; line: day of the stop</source>
      <translation>{what}; Monate seit der ersten Dosis; Linie: Tag des Abbruchs</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>{where}: no interval, for {why}.</source>
      <translation>{where}: kein Intervall, denn {why}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/profiles.py" />
      <source>{who_words} to one PDF</source>
      <translation>{who_words} in ein PDF</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{who} (n = {1} and {2})</source>
      <translation>{who} (n = {1} und {2})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>{who} N = {n}</source>
      <translation>{who} N = {n}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>{who} less the reference</source>
      <translation>{who} minus Referenz</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>{who} no change from baseline and cannot take part.</source>
      <translation>{who} keine Veränderung gegenüber dem Ausgangswert und kann nicht eingehen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/change_model.py" />
      <source>{who} no change from baseline at a visit that is in the model: not in it.</source>
      <translation>{who} keine Veränderung gegenüber dem Ausgangswert zu einer Visite des Modells: nicht darin enthalten.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>{who} of {arm}</source>
      <translation>{who} von {arm}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>{who}, N = {n}</source>
      <translation>{who}, N = {n}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/events_table.py" />
      <source>{who}, N = {n}; each patient counts once. Intervals: {method}.</source>
      <translation>{who}, N = {n}; jeder Patient zählt einmal. Intervalle: {method}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/time_pictures.py" />
      <source>{who}.</source>
      <translation>{who}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>{who}. Counted: {kind}{of}. Time at risk: {words}. Intervals: {method}{ratio}.</source>
      <translation>{who}. Gezählt: {kind}{of}. Zeit unter Risiko: {words}. Intervalle: {method}{ratio}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/report/who_tables.py" />
      <source>{who}: n (percent of N, those of the column).</source>
      <translation>{who}: n (Prozent von N, denen der Spalte).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>{who}; percent of those with a level at baseline and after it.</source>
      <translation>{who}; Prozent derer mit einer Stufe zu Beginn und danach.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan_in_trial.py" />
      <source>{why}, so that follow-up ends with the last contact.</source>
      <translation>{why}; die Nachbeobachtung endet daher mit dem letzten Kontakt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>{why}, with the centre</source>
      <translation>{why}, mit dem Zentrum</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/patients/patient_column.py" />
      <source>{why}, with the centre, as you said</source>
      <translation>{why}, mit dem Zentrum, wie Sie sagten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/visits.py" />
      <source>{without} values have no limits of normal and are in no count of the range.</source>
      <translation>{without} Werte haben keine Normgrenzen und zählen beim Bereich nicht.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>{words} Choose “limits of normal”.</source>
      <translation>{words} Wählen Sie „Normgrenzen“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/number_words.py" />
      <source>{words} and {last}</source>
      <translation>{words} und {last}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/everything.py" />
      <source>{words} could not be made ({name}).</source>
      <translation>{words} konnte nicht erstellt werden ({name}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/shift.py" />
      <source>{words} does not grade {name}{name2}{reason}.</source>
      <translation>{words} stuft {name}{name2} nicht ein{reason}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/grades.py" />
      <source>{words} grades none of the tests in this workbook by numbers that were checked.</source>
      <translation>{words} stuft keinen der Tests dieser Arbeitsmappe mit geprüften Zahlen ein.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/patients.py" />
      <source>{words} of patient {usubjid} is {value} here but {used} at {srcref}; {used} is used.</source>
      <translation>{words} von Patient {usubjid} ist hier {value}, aber {used} in {srcref}; verwendet wird {used}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/pages/events_bar.py" />
      <source>{words} organ classes</source>
      <translation>Organklassen: {words}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/several_kinds.py" />
      <source>{words} stand on the rows of visits: each starts on {when}.</source>
      <translation>{words} stehen in den Zeilen der Visiten: Beginn ist jeweils {when}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/members.py" />
      <source>{words} who meet the plan’s rule ({rule})</source>
      <translation>{words}, die die Regel des Plans erfüllen ({rule})</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/periods.py" />
      <source>{words} “{name}” ends ({day}) before it starts ({other_day}); both dates are kept as recorded.</source>
      <translation>{words} „{name}“ endet ({day}), bevor es beginnt ({other_day}); beide Daten bleiben wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/periods.py" />
      <source>{words} “{name}” starts on {day}, after the last contact with the patient on {other_day}; it is shown and counted as recorded.</source>
      <translation>{words} „{name}“ beginnt am {day}, nach dem letzten Kontakt mit dem Patienten am {other_day}; gezeigt und gezählt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/periods.py" />
      <source>{words} “{name}” starts on {day}, more than {days} days after the patient left the trial on {other_day}; it is shown and counted as recorded.</source>
      <translation>{words} „{name}“ beginnt am {day}, mehr als {days} Tage nachdem der Patient am {other_day} ausschied; gezeigt und gezählt wie erfasst.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/patients/filter_bar.py" />
      <source>{words}. Delete takes it away</source>
      <translation>{words}. Entf nimmt es weg</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/one_arm/words.py" />
      <source>{words}: {number}; probability that the true mean is better than at baseline {better}{more}; that a next trial of {next_patients} such patients shows it {next_trial}.</source>
      <translation>{words}: {number}; Wahrscheinlichkeit, dass der wahre Mittelwert besser ist als zu Beginn, {better}{more}; dass eine nächste Studie mit {next_patients} solchen Patienten es zeigt, {next_trial}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/patient/patient_header.py" />
      <source>{years:.1f} years of disease</source>
      <translation>seit {years:.1f} Jahren krank</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/values/date_order.py" />
      <source>{year}, month not known</source>
      <translation>{year}, Monat nicht bekannt</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/slips.py" />
      <source>{youngest:.0f} to {oldest:.0f}</source>
      <translation>{youngest:.0f} bis {oldest:.0f}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>···· own fitted line</source>
      <translation>···· eigene Gerade</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/labs/liver.py" />
      <source>× ULN</source>
      <translation>× ULN</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>× last value of a patient who stopped</source>
      <translation>× letzter Wert vor einem Abbruch</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/efficacy/sensitivity.py" />
      <source>δ = {delta:+.3g} for {missing} of {n} patients; the estimate is zero at δ = {zero:+.3g}</source>
      <translation>δ = {delta:+.3g} für {missing} von {n} Patienten; die Schätzung ist null bei δ = {zero:+.3g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>– – cohort model</source>
      <translation>– – Modell der Kohorte</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>– – cohort model, {1} % CI</source>
      <translation>– – Modell der Kohorte, {1}-%-KI</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates_drawing.py" />
      <source>“0 (below …)”: nobody had the event; the rate is then below that figure with {level:g} % confidence (rule of three).</source>
      <translation>„0 (unter …)“: Niemand hatte das Ereignis; die Rate liegt dann mit {level:g} % Sicherheit unter dieser Zahl (Dreierregel).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/settling/study_drug.py" />
      <source>“{drug}” of the dose log ({n} records of {n_patients} patients) is taken for background treatment: {reason}. It is shown with the medications and counted in no dose.</source>
      <translation>„{drug}“ des Dosisprotokolls ({n} Einträge von {n_patients} Patienten) gilt als Begleitbehandlung: {reason}. Es wird bei den Medikamenten gezeigt und zählt in keiner Dosis.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/series.py" />
      <source>“{first}” and “{second}” have different values on one day of a patient; they are kept apart as two measurements.</source>
      <translation>„{first}“ und „{second}“ haben verschiedene Werte an einem Tag eines Patienten; sie bleiben getrennt als zwei Messgrößen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/same_columns.py" />
      <source>“{heading}” is the best of several readings: beside other columns of the same measurement it is kept as one of its own, so that no reading counts twice; the others count by the plan.</source>
      <translation>„{heading}“ ist die beste von mehreren Messungen: Neben anderen Spalten derselben Messgröße bleibt sie eine eigene, damit keine Messung doppelt zählt; die anderen zählen nach dem Plan.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/row_checks.py" />
      <source>“{key}” is not known: every check begins with a line [[check]]; it is left out.</source>
      <translation>„{key}“ ist nicht bekannt: Jede Prüfung beginnt mit einer Zeile [[check]]; es wird ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/whole_file.py" />
      <source>“{name}” cannot be written: {why}. Choose another folder or name.</source>
      <translation>„{name}“ kann nicht geschrieben werden: {why}. Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” could not be read ({reason}): copy it to this computer and open the copy.</source>
      <translation>„{name}“ konnte nicht gelesen werden ({reason}): Kopieren Sie die Datei auf diesen Computer und öffnen Sie die Kopie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” describes the tables of a trial (define.xml) and holds none: open the folder in which it lies with them.</source>
      <translation>„{name}“ beschreibt die Tabellen einer Studie (define.xml) und enthält keine: Öffnen Sie den Ordner, in dem sie mit ihnen liegt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/data_sets.py" />
      <source>“{name}” ends in the middle of a record, so it was cut short: what was there was read, but the last rows may be missing; copy or export it again.</source>
      <translation>„{name}“ endet mitten in einem Datensatz, ist also abgeschnitten: Was da war, wurde gelesen, aber die letzten Zeilen können fehlen; kopieren oder exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/main_window.py" />
      <source>“{name}” has changed on the disk since it was read.</source>
      <translation>„{name}“ wurde auf der Platte geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>“{name}” has no column of patient numbers that we recognise on any sheet (looked at: {looked}): name that column “Subject” or “Patient ID” in the row of headings and open it again, or say in File, Map columns that each row is a patient.</source>
      <translation>„{name}“ hat auf keinem Blatt eine erkennbare Spalte mit Patientennummern (angesehen: {looked}): Nennen Sie diese Spalte in der Zeile der Überschriften „Subject“ oder „Patient ID“ und öffnen Sie die Datei neu, oder sagen Sie unter Datei, Spalten zuordnen, dass jede Zeile ein Patient ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>“{name}” has no filled cell on any sheet: choose the workbook that holds the trial's data.</source>
      <translation>„{name}“ hat auf keinem Blatt eine gefüllte Zelle: Wählen Sie die Arbeitsmappe mit den Daten der Studie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>“{name}” has no row of headings on sheet “{unnamed}”: write above its columns what they are, “Subject”, “Visit” and so on, and open it again, or say it in File, Map columns.</source>
      <translation>„{name}“ hat auf Blatt „{unnamed}“ keine Zeile mit Überschriften: Schreiben Sie über die Spalten, was sie sind, „Subject“, „Visit“ usw., und öffnen Sie die Datei neu, oder sagen Sie es unter Datei, Spalten zuordnen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>“{name}” has patients on sheet “{patients}”, but no other column that we recognise: give the columns headings such as “Visit”, “Date”, “FVC (L)” or “Adverse event” and open it again.</source>
      <translation>„{name}“ hat Patienten auf Blatt „{patients}“, aber keine andere erkennbare Spalte: Geben Sie den Spalten Überschriften wie „Visit“, „Date“, „FVC (L)“ oder „Adverse event“ und öffnen Sie die Datei neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” has {size} MB, this program opens {max_bytes} MB: save only the sheets of the trial to a new workbook and open that.</source>
      <translation>„{name}“ hat {size} MB, dieses Programm öffnet {max_bytes} MB: Speichern Sie nur die Blätter der Studie in eine neue Arbeitsmappe und öffnen Sie diese.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>“{name}” holds no table of patients that we recognise (looked at: {listed}): choose the workbook of the trial, or say in File, Map columns which column names the patient.</source>
      <translation>„{name}“ enthält keine erkennbare Tabelle von Patienten (angesehen: {listed}): Wählen Sie die Arbeitsmappe der Studie, oder sagen Sie unter Datei, Spalten zuordnen, welche Spalte den Patienten nennt.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” holds nothing but blanks: copy or export it again.</source>
      <translation>„{name}“ enthält nur Leerzeichen: Kopieren oder exportieren Sie neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>“{name}” holds nothing but formulas that were never calculated ({formulas}) and Excel errors ({errors}): open it in Excel, save it and open it again.</source>
      <translation>„{name}“ enthält nur nie berechnete Formeln ({formulas}) und Excel-Fehler ({errors}): Öffnen Sie die Datei in Excel, speichern Sie sie und öffnen Sie sie neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” holds {n} files ({sizes} MB), more than the {max_files} ({max_bytes} MB) that this program opens as one study: put the tables of the study into a folder of their own and open that.</source>
      <translation>„{name}“ enthält {n} Dateien ({sizes} MB), mehr als die {max_files} ({max_bytes} MB), die dieses Programm als eine Studie öffnet: Legen Sie die Tabellen der Studie in einen eigenen Ordner und öffnen Sie diesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/zip_guard.py" />
      <source>“{name}” holds {n} parts, this program opens {max_entries}; it {advice}</source>
      <translation>„{name}“ enthält {n} Teile, dieses Programm öffnet {max_entries}; es {advice}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is a JSON file, not a workbook: {export}.</source>
      <translation>„{name}“ ist eine JSON-Datei, keine Arbeitsmappe: {export}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is a SAS catalog, not a data set: open the data sets (.sas7bdat) beside it, whose values are then read as codes.</source>
      <translation>„{name}“ ist ein SAS-Katalog, kein Datensatz: Öffnen Sie die Datensätze (.sas7bdat) daneben, deren Werte dann als Codes gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is a damaged archive: copy it again, or unpack it and open the folder.</source>
      <translation>„{name}“ ist ein beschädigtes Archiv: Kopieren Sie es neu, oder entpacken Sie es und öffnen Sie den Ordner.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is a data set ({kind}) that is damaged, cut short or of an unknown version: copy it again, or export it as text (CSV) and open that.</source>
      <translation>„{name}“ ist ein Datensatz ({kind}), der beschädigt, abgeschnitten oder von unbekannter Version ist: Kopieren Sie ihn neu, oder exportieren Sie ihn als Text (CSV) und öffnen Sie diesen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is a define.xml that is damaged or holds entities; the labels in it were not used.</source>
      <translation>„{name}“ ist eine define.xml, die beschädigt ist oder Entitäten enthält; die Namen darin wurden nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” is a folder without files{folders}: {choose}, or the folder of its tables.</source>
      <translation>„{name}“ ist ein Ordner ohne Dateien{folders}: {choose} oder den Ordner ihrer Tabellen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is a picture (BMP), not a workbook: {choose}.</source>
      <translation>„{name}“ ist ein Bild (BMP), keine Arbeitsmappe: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is a web page (HTML), not a workbook: {save_as}.</source>
      <translation>„{name}“ ist eine Webseite (HTML), keine Arbeitsmappe: {save_as}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is a workbook of an Excel before 1995: {save_as}.</source>
      <translation>„{name}“ ist eine Arbeitsmappe eines Excel vor 1995: {save_as}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is an Office file without a workbook in it, or is damaged: {choose}.</source>
      <translation>„{name}“ ist eine Office-Datei ohne Arbeitsmappe darin oder beschädigt: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is an OpenDocument workbook with a password, which this program cannot open: open it in LibreOffice, save a copy without password and open the copy.</source>
      <translation>„{name}“ ist eine OpenDocument-Arbeitsmappe mit Passwort, die dieses Programm nicht öffnen kann: Öffnen Sie sie in LibreOffice, speichern Sie eine Kopie ohne Passwort und öffnen Sie die Kopie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is an XML file, not a workbook: {export}.</source>
      <translation>„{name}“ ist eine XML-Datei, keine Arbeitsmappe: {export}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/study_parts.py" />
      <source>“{name}” is an archive inside the study and was not opened.</source>
      <translation>„{name}“ ist ein Archiv innerhalb der Studie und wurde nicht geöffnet.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is an empty file (0 bytes): copy or export it again.</source>
      <translation>„{name}“ ist eine leere Datei (0 Bytes): Kopieren oder exportieren Sie neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is damaged or cut short: copy or export it again, {advice}.</source>
      <translation>„{name}“ ist beschädigt oder abgeschnitten: Kopieren oder exportieren Sie neu, {advice}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is damaged or not a complete workbook, or written in a way that we do not know: open it in Excel, save it under a new name and open that.</source>
      <translation>„{name}“ ist beschädigt, keine vollständige Arbeitsmappe oder auf unbekannte Weise geschrieben: Öffnen Sie die Datei in Excel, speichern Sie sie unter neuem Namen und öffnen Sie diese.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is damaged or not a complete workbook, or written in a way that we do not know: open it in LibreOffice, save it as an Excel workbook (.xlsx) and open that.</source>
      <translation>„{name}“ ist beschädigt, keine vollständige Arbeitsmappe oder auf unbekannte Weise geschrieben: Öffnen Sie die Datei in LibreOffice, speichern Sie sie als Excel-Arbeitsmappe (.xlsx) und öffnen Sie diese.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” is no file but a device or a pipe: {choose}.</source>
      <translation>„{name}“ ist keine Datei, sondern ein Gerät oder eine Pipe: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is not an Excel workbook, and nothing else we know: {choose}.</source>
      <translation>„{name}“ ist keine Excel-Arbeitsmappe und nichts anderes Bekanntes: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” is not there: it may have been moved, renamed or deleted; choose the file again.</source>
      <translation>„{name}“ ist nicht da: vielleicht verschoben, umbenannt oder gelöscht; wählen Sie die Datei neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” is only Excel's note that a workbook is open: choose “{name2}” beside it.</source>
      <translation>„{name}“ ist nur Excels Vermerk, dass eine Arbeitsmappe offen ist: wählen Sie „{name2}“ daneben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/decrypt.py" />
      <source>“{name}” is password-protected: give its password (in the window you are asked for it; on the command line use --password-file).</source>
      <translation>„{name}“ ist passwortgeschützt: Geben Sie das Passwort an (im Fenster werden Sie danach gefragt; auf der Befehlszeile mit --password-file).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>“{name}” is plain text without columns, not a table: choose the Excel workbook of the trial.</source>
      <translation>„{name}“ ist reiner Text ohne Spalten und keine Tabelle: Wählen Sie die Excel-Arbeitsmappe der Studie.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/signatures.py" />
      <source>“{name}” is text that could not be read as a table: {save_as}.</source>
      <translation>„{name}“ ist Text, der sich nicht als Tabelle lesen ließ: {save_as}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is {kind}, not a workbook: in Numbers choose File, Export To, Excel.</source>
      <translation>„{name}“ ist {kind}, keine Arbeitsmappe: Wählen Sie in Numbers Ablage, Exportieren, Excel.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is {kind}, not a workbook: {choose}.</source>
      <translation>„{name}“ ist {kind}, keine Arbeitsmappe: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/reading.py" />
      <source>“{name}” is {what} without a table that we can read: {why}</source>
      <translation>„{name}“ ist {what} ohne eine lesbare Tabelle: {why}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is {what}, not a workbook: {advice}.</source>
      <translation>„{name}“ ist {what}, keine Arbeitsmappe: {advice}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/kinds.py" />
      <source>“{name}” is {what}, not a workbook: {choose}.</source>
      <translation>„{name}“ ist {what}, keine Arbeitsmappe: {choose}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/container.py" />
      <source>“{name}” may not be read: close it in Excel if it is open there; if it is not, you have no right to read it, and its owner can give it to you.</source>
      <translation>„{name}“ darf nicht gelesen werden: Schließen Sie die Datei in Excel, wenn sie dort offen ist; wenn nicht, haben Sie kein Leserecht, und wem sie gehört, kann es Ihnen geben.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/zip_guard.py" />
      <source>“{name}” would unpack to {total} MB</source>
      <translation>„{name}“ würde entpackt {total} MB</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/load.py" />
      <source>“{name}”, sheet “{by_reason}”: {sideways}; then open it again.</source>
      <translation>„{name}“, Blatt „{by_reason}“: {sideways}; öffnen Sie die Datei dann neu.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>“{name}”: the first column has no heading; it was taken for {taken}.</source>
      <translation>„{name}“: Die erste Spalte hat keine Überschrift; gelesen als: {taken}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/child/text_tables.py" />
      <source>“{name}”: {what} left out of the text.</source>
      <translation>„{name}“: {what} aus dem Text weggelassen.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/planned_dose.py" />
      <source>“{part}” is no step of a schedule: write for example “{example}”.</source>
      <translation>„{part}“ ist keine Stufe eines Plans: Schreiben Sie zum Beispiel „{example}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/visit_margins.py" />
      <source>“{part}” is no visit with its days: write for example “{example}”.</source>
      <translation>„{part}“ ist keine Visite mit ihren Tagen: Schreiben Sie zum Beispiel „{example}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/visit_margins.py" />
      <source>“{part}” names a visit a second time; the days given first count.</source>
      <translation>„{part}“ nennt eine Visite ein zweites Mal; es gelten die zuerst genannten Tage.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/arms/arm_doses.py" />
      <source>“{part}” names no arm with its dose: write for example “{example}”.</source>
      <translation>„{part}“ nennt keinen Arm mit seiner Dosis: schreiben Sie zum Beispiel „{example}“.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/mapping/check.py" />
      <source>“{path}” of {where}</source>
      <translation>„{path}“ von {where}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/adverse_events.py" />
      <source>“{said}” does not say whether adverse event “{event}” is treatment-emergent; its dates decide.</source>
      <translation>„{said}“ sagt nicht, ob das unerwünschte Ereignis „{event}“ unter Behandlung auftrat; seine Daten entscheiden.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/copies.py" />
      <source>“{sheet}”, row {rows}</source>
      <translation>„{sheet}“, Zeile {rows}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/events/event_codes.py" />
      <source>“{term}” of the group “{group}” is none of the events counted.</source>
      <translation>„{term}“ der Gruppe „{group}“ ist keines der gezählten Ereignisse.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/plan/editors.py" />
      <source>“{text}” cannot be used: {error}.</source>
      <translation>„{text}“ kann nicht verwendet werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/measurements/number_marks.py" />
      <source>“{text}” in “{heading}” may have decimals or thousands after its {mark}, and nothing in the column tells ({n} values); {was}. Write the unit, or one value without doubt.</source>
      <translation>„{text}“ in „{heading}“ kann nach dem Zeichen ({mark}) Dezimalen oder Tausender haben, und nichts in der Spalte entscheidet es ({n} Werte); {was}. Schreiben Sie die Einheit oder einen Wert ohne Zweifel.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/saving/figures.py" />
      <source>“{title}” copied.</source>
      <translation>„{title}“ kopiert.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_columns.py" />
      <source>“{written}” of sheet “{sheet}” was taken for the {what} of the {it}, by its dates.</source>
      <translation>„{written}“ des Blatts „{sheet}“ wurde nach den Daten so verstanden: {what} ({it}).</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/evidence/sheets/sheet_times.py" />
      <source>“{written}” to “{written2}”</source>
      <translation>„{written}“ bis „{written2}“</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/layouts/copies.py" />
      <source>“{written}”, rows {rows} and {rows2}</source>
      <translation>„{written}“, Zeilen {rows} und {rows2}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/opening/open_file.py" />
      <source>“{}” has patients but no value, event or dose that can be drawn: say below which column is what.</source>
      <translation>„{}“ hat Patienten, aber keinen Wert, kein Ereignis und keine Dosis, die gezeichnet werden könnten: Sagen Sie unten, welche Spalte was ist.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… DLCO by</source>
      <translation>… DLCO nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… TLC by</source>
      <translation>… TLC nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/endpoints.py" />
      <source>… and at least</source>
      <translation>… und mindestens</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… and from</source>
      <translation>… und ab</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… and hold at</source>
      <translation>… und gelten bei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/safety/rates.py" />
      <source>… and the plan’s days after it</source>
      <translation>… und die Tage des Plans danach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… compared at</source>
      <translation>… verglichen bei</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… in more of the patients than</source>
      <translation>… bei mehr der Patienten als</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… its source</source>
      <translation>… ihre Quelle</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… its standard error</source>
      <translation>… ihr Standardfehler</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… spirometry by</source>
      <translation>… Spirometrie nach</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/dialogs/counting_rules.py" />
      <source>… until after the last dose:</source>
      <translation>… bis nach der letzten Dosis:</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/efficacy/responders.py" />
      <source>… who cannot be judged progressed</source>
      <translation>… wer nicht beurteilt werden kann, hatte eine Progression</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… with a patient at it for</source>
      <translation>… mit einem Patienten darauf für</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… with a probability from</source>
      <translation>… mit einer Wahrscheinlichkeit von</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… words of the dose log that mean an event</source>
      <translation>… Worte des Dosisprotokolls, die ein Ereignis bedeuten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/analysis/plan/lines.py" />
      <source>… words that mean an increase for lack of response</source>
      <translation>… Worte, die eine Erhöhung mangels Ansprechen bedeuten</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/window/presentation.py" />
      <source>← and → show other patients, 1 to 8 other pages; Esc ends the presentation.</source>
      <translation>← und → zeigen andere Patienten, 1 bis 8 andere Seiten; Esc beendet den Vortrag.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/gui/panes/hint_strip.py" />
      <source>↑ and ↓ go from patient to patient. A click on a bar or a point shows its cell; the right button offers more. Ctrl and the wheel zoom in time, a double click shows all again.</source>
      <translation>↑ und ↓ gehen von Patient zu Patient. Ein Klick auf einen Balken oder Punkt zeigt seine Zelle; die rechte Maustaste bietet mehr. Strg und Mausrad zoomen in der Zeit, ein Doppelklick zeigt wieder alles.</translation>
    </message>
    <message>
      <location filename="../../sscviewer/workbook/contradictions/visits.py" />
      <source>−{before:g} to +{after:g}</source>
      <translation>−{before:g} bis +{after:g}</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>╌ model slope, {1} % band</source>
      <translation>╌ Steigung des Modells, {1}-%-Band</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>□ model at visits, {1} % CI</source>
      <translation>□ Modell je Visite, {1}-%-KI</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>▨ no dose</source>
      <translation>▨ keine Dosis</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>● adverse event, grade ≥ {1} (its grade; bold edge: serious)</source>
      <translation>● unerwünschtes Ereignis, Grad ≥ {1} (sein Grad; fetter Rand: schwerwiegend)</translation>
    </message>
    <message>
      <location filename="../../sscviewer/plots/screen/said.py" />
      <source>● adverse event, {what} (its severity; bold edge: serious)</source>
      <translation>● unerwünschtes Ereignis, {what} (seine Schwere; fetter Rand: schwerwiegend)</translation>
    </message>
  </context>
</TS>
