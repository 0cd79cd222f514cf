"""The words of titles: offices, professions, memberships, and what links them to each other and to names."""

from __future__ import annotations

from jejaring.extraction.relations._words import words
from jejaring.lexicon import TITLES

MEMBERS = words(
    """anggota legislator politikus politisi kader pemain striker gelandang bek penyerang kiper mahasiswa mahasiswi
    siswa siswi santri prajurit member lawmaker congressman politician student midfielder forward defender goalkeeper
    winger libero setter rider personel wartawan jurnalis reporter pilar bintang megabintang penggawa punggawa
    andalan perwakilan"""
)
"""Words that make somebody a member of what follows them."""

# Words that name neither an office nor a membership: what somebody does, or wants to be.
_NEITHER = words(
    """warga caleg capres cawapres cagub cawagub cabup kandidat petugas korban ahli advokat pengacara aktivis aktor
    artis aktris penyanyi musisi budayawan sejarawan desainer sutradara humas activist lawyer attorney calon"""
)
# Offices that news names beyond those of the lexicon.
_MORE = words(
    """menko wamen waketum kabiro kadiv kakorlantas pemimpin penanggung pengelola manajer vp gm pth plh promotor
    presenter country media executive corporate project public editor pemred redaktur danyon kakan konsul atase
    pembalap juri komisioner kasubbid kasubbag wadir pgs panitera sekuriti satpam bos boss pemimpin utusan pelapor
    wakasau wakasad wakasal rais rois katib owner co-owner chairperson sekum bendum wakasat kasubdit kapusdatin
    kabidhumas"""
)
# What people do for a living: a post where the employer is named beside it ("Peneliti BRIN X").
PROFESSIONS = words(
    """pakar pengamat analis ekonom peneliti sosiolog antropolog psikolog psikiater pengajar epidemiolog kriminolog
    profesor pegawai karyawan penyuluh researcher analyst economist scientist sociologist psychologist"""
)
OFFICES = (frozenset(t.split()[0] for t in TITLES) | _MORE | PROFESSIONS) - _NEITHER - MEMBERS
"""Words that an office's name can begin with, in lower case."""

LINKS = words(
    """dan untuk bidang urusan of for the and di se umum daerah pada de la in at sekaligus merangkap ke bin binti dari
    to atas non al besar tertinggi muda anyar baru sementara senior utama eksekutif kehormatan legislatif bicara
    laut khusus pelaksana panitia klinis kebijakan publik"""
)


def comes_from(title: str) -> bool:
    """Whether a title is a profession "dari" somewhere ("Pengamat dari X"): who has it belongs there without a post."""
    first, *rest = title.lower().split()
    return first in PROFESSIONS and "dari" in rest
