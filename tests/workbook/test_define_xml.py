"""The labels of a define.xml reach the columns of the data sets that lie beside it."""

import pandas as pd
import pyreadstat
import pytest

from sscviewer.workbook import UnusableFile
from sscviewer.workbook.child.define_xml import read_labels
from sscviewer.workbook.container import open_container
from sscviewer.workbook.reading import read_workbook
from sscviewer.workbook.values.cells import make_sheets

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="define2-1.xsl"?>\n{}'
VERSION_2 = HEAD.format(
    """<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:def="http://www.cdisc.org/ns/def/v2.1" FileOID="x">
<Study OID="S"><MetaDataVersion OID="M" Name="n">
<ItemGroupDef OID="IG.DM" Name="DM" SASDatasetName="DM"><Description><TranslatedText xml:lang="en">Patients
</TranslatedText></Description><ItemRef ItemOID="IT.ID"/><ItemRef ItemOID="IT.SEX"/></ItemGroupDef>
<ItemGroupDef OID="IG.VS" Name="VS"><ItemRef ItemOID="IT.ID"/><ItemRef ItemOID="IT.RES"/></ItemGroupDef>
<ItemDef OID="IT.ID" Name="USUBJID"><Description><TranslatedText>Unique Subject
 Identifier</TranslatedText></Description></ItemDef>
<ItemDef OID="IT.SEX" Name="SEX"><Description><TranslatedText>Sex</TranslatedText></Description></ItemDef>
<ItemDef OID="IT.RES" Name="VSSTRESN"><Description>
<TranslatedText>Numeric Result</TranslatedText></Description>
</ItemDef></MetaDataVersion></Study></ODM>"""
)
VERSION_1 = HEAD.format(
    """<ODM xmlns="http://www.cdisc.org/ns/odm/v1.2" xmlns:def="http://www.cdisc.org/ns/def/v1.0">
<Study OID="S"><MetaDataVersion OID="M">
<ItemGroupDef OID="DM" Name="DM"><ItemRef ItemOID="ID"/></ItemGroupDef>
<ItemDef OID="ID" Name="USUBJID" def:Label="Unique Subject Identifier"/></MetaDataVersion></Study></ODM>"""
)
DM = {"USUBJID": "Unique Subject Identifier", "SEX": "Sex"}


def test_labels_of_both_versions():
    assert read_labels(VERSION_2.encode()) == {
        "DM": DM,
        "VS": {"USUBJID": DM["USUBJID"], "VSSTRESN": "Numeric Result"},
    }
    assert read_labels(VERSION_1.encode()) == {"DM": {"USUBJID": DM["USUBJID"]}}


def opened(folder):
    found = read_workbook(open_container(folder), lambda: False)
    return found.notes, {sheet.name: sheet.labels for sheet in make_sheets(found.sheets)}


def test_labels_reach_the_sheets_by_name_or_by_variables(tmp_path):
    (tmp_path / "define.xml").write_text(VERSION_2)
    (tmp_path / "dm.csv").write_text("USUBJID,SEX,MINE\nA,F,1\nB,M,2\n")
    (tmp_path / "vitals.csv").write_text("Vital signs,,\nUSUBJID,VSSTRESN,\nA,80,x\nB,90,y\n")
    (tmp_path / "other.csv").write_text("Subject,Mood,Hobby\nA,good,chess\nB,bad,none\n")
    notes, labels = opened(tmp_path)
    assert labels == {
        "dm": (DM["USUBJID"], "Sex", ""),
        "vitals": (DM["USUBJID"], "Numeric Result", ""),
        "other": (),
    }
    assert notes == [("info", "file.define", "The variables' labels of 2 sheets come from the define.xml.")]


def test_a_variable_that_it_does_not_name_keeps_its_own_label(tmp_path):
    (tmp_path / "define.xml").write_text(VERSION_1)
    frame = pd.DataFrame({"USUBJID": ["A"], "SEX": ["F"]})
    pyreadstat.write_xport(
        frame,
        tmp_path / "dm.xpt",
        table_name="DM",
        column_labels=["mine", "Sex at birth"],
        file_format_version=5,
    )
    assert opened(tmp_path)[1] == {"dm": (DM["USUBJID"], "Sex at birth")}


def test_alone_it_is_no_trial(tmp_path):
    path = tmp_path / "define.xml"
    path.write_text(VERSION_2)
    with pytest.raises(UnusableFile, match="describes the tables of a trial"):
        open_container(path)


def test_entities_are_refused_and_said(tmp_path):
    bomb = '<!DOCTYPE ODM [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>\n<ODM'
    (tmp_path / "define.xml").write_text(VERSION_2.replace("<ODM", bomb, 1))
    (tmp_path / "dm.csv").write_text("USUBJID,SEX\nA,F\nB,M\n")
    notes, labels = opened(tmp_path)
    assert labels == {"dm": ()}
    assert "damaged or holds entities" in notes[0][2]
