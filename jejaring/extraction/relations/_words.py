"""Cue words that tell who acts: offices, prepositions, verbs of saying and of making others act."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set, for lists of cues."""
    return frozenset(text.split())


# An institution or place behind one of these, with a person beside it, belongs to that person's title.
TITLES = words(
    """presiden wapres menteri menko menlu mendagri menkeu mendes mensos menhut menkes menhub menag menpora menhan
    menperin mendag menkop mentan mensesneg menbud wamen wamenlu gubernur wagub bupati wabup wali walikota wakil ketua
    waketum ketum sekretaris sekjen sekda direktur dirut dirjen direksi kepala kadis kabid kabag kasi kapolri kapolda
    kapolres kapolsek kapolresta kajari kajati pangdam danrem dandim camat lurah kades rektor dekan dosen guru profesor
    komisaris ceo cfo coo cto gm manajer manager pendiri founder co-founder deputi plt pj staf anggota kader juru
    jubir asisten duta dubes konsul atase senator jenderal irjen komjen brigjen kombes akbp kompol letjen mayjen pm
    perdana raja ratu pangeran sultan putra putri istri suami pengamat peneliti analis ekonom pakar advokat pengacara
    hakim jaksa kabinet president minister governor mayor chairman chairwoman chairperson director secretary chief head
    deputy vice ambassador spokesperson spokesman spokeswoman commissioner founder executive premier senator professor
    chancellor king queen prince princess secretary-general officer pelatih striker gelandang bek kiper kapten coach
    pimpinan komandan ketum waka wakapolda wakapolri country head penasihat koordinator mantan eks
    pembalap atlet pemain petenis pebulu petinju vokalis aktor aktris
    """
)
# Behind one of these an institution acts by its people: "perwakilan WHO hadir".
DELEGATES = words("perwakilan pengurus pihak jajaran rombongan delegasi tim pejabat representatives")
# A phrase led by one of these is no subject.
OBLIQUE = words(
    """di ke dari pada laman dikutip dilansir mengutip melansir
    dengan untuk kepada terhadap dalam tentang antara bagi atas bersama beserta sebagai menurut
    milik melalui terkait sama didampingi demi via in at to from with for of about on against between among under
    into through dipimpin ditemani termasuk seperti including melawan atau lawan"""
)
# Words inside long offices: "Deputi Bidang Destinasi dan Infrastruktur X".
INSIDE = words("dan and of the bidang se sekaligus urusan")
SAY = words(
    "kata ujar tutur ungkap jelas ucap tegas sebut imbuh papar terang lanjut tambah said disampaikan diungkapkan"
)
# The object of one of these does what follows: "meminta X untuk bertemu Y".
CONTROL = words("meminta mengajak mengundang mendorong mendesak menugaskan mengutus mengirim memerintahkan")
