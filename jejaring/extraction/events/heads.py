# ruff: noqa: E501  (lists of words read best in lines)
"""Nouns that name a happening, each with the kind of event it heads, and verbs that tell one."""

from __future__ import annotations

import re

_KINDS = {
    "meeting": """pertemuan|rapat|rakor|raker|rakernas|rakorda|rakornas|rapim|rakerda|rakerwil|rakerprov|ratas|musyawarah
        |musda|muswil|musprov|munas|muscab|musrenbang|musdes|musdesus|muktamar|kongres|konferensi|konfercab|sidang|audiensi
        |dialog|diskusi|fgd|focus group discussion|forum|ktt|perundingan|pembicaraan|silaturahmi|silaturahim|halalbihalal
        |halal bihalal|sarasehan|simposium|reses|gathering|town hall meeting|business matching|temu bisnis|jamuan
        |rembuk|pleno|mediasi|retret|rups|rupst|rupslb|rapat umum pemegang saham|rapat umum pemegang saham tahunan|public expose|paparan publik
        |rapat umum pemegang saham luar biasa|meeting|talks|summit|conference|congress|forum|roundtable|dialogue|symposium
        |negotiations|hearing|working group|rdp|rdpu""",
    "visit": """kunjungan|kunker|lawatan|peninjauan|sidak|inspeksi mendadak|blusukan|studi banding|safari politik|safari
        |visit|trip|state visit""",
    "workshop": """lokakarya|workshop|seminar|webinar|talkshow|talk show|gelar wicara|bedah buku|kuliah umum|symposium""",
    "training": """pelatihan|diklat|bootcamp|bimtek|bimbingan teknis|kamp pelatihan|pemusatan latihan|pembekalan|diksar
        |pendidikan dasar|training|training camp""",
    "signing": """penandatanganan|penandatangan|signing""",
    "launch": """peluncuran|launching|soft launching|grand launching|pembukaan|peresmian|pencanangan|grand opening
        |groundbreaking|peletakan batu pertama|launch|inauguration|opening ceremony|kick-off""",
    "speech": """pidato kenegaraan|pidato kunci|orasi|kuliah umum|ceramah|tausiah|speech|address""",
    "festival": """festival|ritual adat|ritual|upacara adat|sedekah bumi|petik laut|grebeg|fest|karnaval|pawai|bazar|bazaar|pekan raya|hut|hari ulang tahun|hari jadi|konser|pesta rakyat
        |tur|kirab|carnival|concert|jakarta fair|fair""",
    "competition": """lomba|perlombaan|kompetisi|kejuaraan|kejurnas|turnamen|piala|liga|pertandingan|laga|olimpiade|kontes
        |grand prix|motogp|moto2|moto3|marathon|maraton|fun run|cup|championship|championships|tournament|competition
        |sea games|asian games|asean games|olympics|pon|porprov|popda|pertarungan|duel|balapan|race|grand slam|open""",
    "award": """pemberian penghargaan|penyerahan penghargaan|penghargaan|penganugerahan|malam anugerah|anugerah|awards|award ceremony|gala dinner""",
    "election": """pemilu|pilkada|pilpres|pilgub|pilwalkot|pilbup|pileg|pilkades|pemilihan umum|pemungutan suara
        |pemilihan kepala daerah|pemungutan suara ulang|konferwil|konferensi wilayah|election|elections|referendum""",
    "protest": """demo|demonstrasi|unjuk rasa|aksi unjuk rasa|aksi demonstrasi|aksi damai|aksi mogok|mogok kerja|protest
        |protests|rally|strike""",
    "disaster": """banjir|banjir bandang|letusan|keracunan makanan|keracunan massal|keracunan|tabrakan|karhutla|gempa|gempa bumi|longsor|tanah longsor|kebakaran|kecelakaan|erupsi|ledakan|tsunami
        |puting beliung|kekeringan|wabah|flood|floods|earthquake|landslide|wildfire|plane crash|crash|eruption|explosion""",
    "disbursement": """penyaluran|penyerahan bantuan|penyerahan|pembagian|hibah|pencairan|penyaluran bantuan""",
    "other": """acara|pelantikan|pasar murah|gerakan pangan murah|pasar rakyat|tahlilan|haul|parade|tumpengan|rekrutmen
        |sunatan massal|cek kesehatan gratis|vaksinasi massal|bersih pantai|kerja bakti|kick-off meeting|pengukuhan|wisuda|upacara|apel|peringatan|perayaan|pameran|konferensi pers|jumpa pers|bakti sosial
        |bakti religi|panen raya|operasi pasar|evakuasi|penculikan|pelepasan|jambore|job fair|expo|dies natalis|milad
        |penyambutan|penanaman|penanaman pohon|doa bersama|tabligh akbar|sosialisasi|jalan sehat|khitanan massal
        |donor darah|ruwatan|ekspedisi|serah terima|penebaran|pemilihan duta|pertunjukan|deklarasi|haul|ijtima|ibadah
        |perang|konflik|serangan|invasi|press conference|media briefing|press briefing|ceremony|exhibition|expo|war
       |sidang kasus|sidang perdana|sidang perdata|sidang lanjutan|sidang dakwaan|sidang tuntutan|sidang vonis
        |sidang pembacaan|sidang praperadilan|sidang putusan|pemeriksaan|penangkapan|penahanan|penggeledahan|penggerebekan|pemanggilan|razia|gelar perkara|olah tkp
        |olah tempat kejadian perkara|rekonstruksi|akad nikah|pernikahan|resepsi pernikahan|ngunduh mantu|siraman|pengajian
        |uji coba|test drive|media test drive|wawancara|gugatan|uji materi|investigasi|audit|pembunuhan
        |penembakan|penyerangan|pembakaran|pengeboman|patroli|gathering|media gathering|media visit|seremoni|serah terima jabatan
       |jamboree|listing|pendaftaran|seleksi|roadshow|hari lingkungan hidup|hari bhayangkara|hari santri|hari pahlawan|hari kesehatan|hari guru
        |hari kemerdekaan|hari koperasi|hari batik|hari sumpah pemuda|hari buruh|hari kartini|hari ibu|hari pers|hari raya""",
}
KIND_OF: dict[str, str] = {}
for _kind, _heads in _KINDS.items():
    for _head in re.split(r"\s*\|\s*", re.sub(r"\s+", " ", _heads)):
        KIND_OF.setdefault(_head.strip(), _kind)

# English names end in their head ("Dieng Culture Festival 2018"); these close a capitalised phrase.
CLOSING = frozenset(
    """festival fest fair forum summit expo conference cup championship championships games open run marathon carnival
    awards award week jamboree prix exhibition bazaar competition olympiad workshop webinar talk talks meeting congress
    tournament series race festival show day days gathering camp challenge convention concert symposium dialogue art
    party semifinals finals final defense""".split()
)
CLOSING_KIND = {
    "fest": "festival", "carnival": "festival", "week": "festival", "party": "festival", "cup": "competition",
    "games": "competition", "open": "competition", "run": "competition", "marathon": "competition",
    "challenge": "competition", "olympiad": "competition", "prix": "competition", "series": "competition",
    "semifinals": "competition", "finals": "competition", "final": "competition", "awards": "award", "award": "award",
    "talk": "workshop", "talks": "workshop", "camp": "training", "gathering": "meeting", "convention": "meeting",
}  # fmt: skip

# Verbs that tell an event, with the noun that names it and its kind; objects of the last group name their own.
VERBS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(?:bertemu|\bmenemui|dipertemukan|berjumpa|bersua|menjumpai|bertatap muka|\bmet(?: with)?)\b"), "Pertemuan", "meeting"),
    (re.compile(r"\bberaudiensi\b"), "Audiensi", "meeting"),
    # who receives an officer or a delegation meets them; goods and praise are received too
    (re.compile(r"menerima\b(?=\s(?:kunjungan |audiensi |silaturahmi )?(?:Presiden|Wakil|Menteri|Menlu|Bupati|Wali Kota|Gubernur|Duta|Dubes|Ketua|Direktur|CEO|Kepala|Panitia|Perdana|Utusan|[Dd]elegasi|[Rr]ombongan|[Pp]engurus|[Pp]erwakilan)\b)"), "Pertemuan", "meeting"),
    (re.compile(r"\b(?:meng|di)unjungi\b|\bberkunjung\b|\bmenyambangi\b|\bbertandang\b|\bvisited\b"), "Kunjungan", "visit"),
    (re.compile(r"meninjau\b|\bditinjau\b"), "Peninjauan", "visit"),
    (re.compile(r"(?:menandatangani|ditandatangani|meneken|diteken|signed)\b"), "Penandatanganan", "signing"),
    (re.compile(r"(?:melantik|dilantik)\b"), "Pelantikan", "other"),
    (re.compile(r"(?:mengukuhkan|dikukuhkan)\b"), "Pengukuhan", "other"),
    (re.compile(r"(?:meresmikan|diresmikan|inaugurated)\b"), "Peresmian", "launch"),
    (re.compile(r"(?:menyerahkan|diserahkan)\b(?=\s(?:[\w-]+\s){0,3}(?:bantuan|santunan|hibah|sertifikat|donasi|beasiswa|sembako)\b)"), "Penyerahan", "disbursement"),
    (re.compile(r"(?:menyalurkan|disalurkan)\b(?=\s(?:[\w-]+\s){0,3}(?:bantuan|santunan|hibah|donasi|beasiswa|sembako)\b)"), "Penyaluran", "disbursement"),
)  # fmt: skip

# Nouns that point to any event told before.
GENERIC = frozenset("acara kegiatan agenda ajang event perhelatan gelaran kesempatan momen momentum".split())
# Names of what others happen for or under: a general noun ("kegiatan ini") never points to them.
BACKGROUND = re.compile(r"(?:Hari|HUT|Peringatan|Milad|Dies|Perang|Konflik|Serangan|Pendaftaran)\b")
