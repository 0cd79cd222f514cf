"""Words around topics: verbs of aim and change, and what ends, opens or empties a topic phrase, in both languages."""

from __future__ import annotations


def one_of(words: str) -> str:
    """A regular expression for any of the blank-separated `words`; "_" stands for a blank inside one."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CHANGING = """
    meningkatkan memperkuat memperluas memperkokoh memperdalam memperlancar mempermudah mempercepat mempererat
    memperbaiki mempersempit mengembangkan menciptakan mewujudkan mengatasi menekan mengurangi menurunkan
    meminimalkan mencegah menjaga mengoptimalkan memaksimalkan memajukan menumbuhkan mengentaskan melestarikan
    memberdayakan mengendalikan menggenjot mendongkrak memberantas memerangi menanggulangi melindungi
    mempromosikan mendorong mendukung mengakselerasi memacu mengasah menjamin menyejahterakan mensejahterakan
    memulihkan menstabilkan mengenalkan menyederhanakan menyosialisasikan mengedukasi menangkal mengurai
    memeratakan menegakkan menata menghidupkan membangkitkan merawat mengantisipasi menanamkan mendigitalisasi
    merevitalisasi boost strengthen improve enhance promote address develop support increase expand accelerate
    advance tackle combat reduce prevent ensure foster encourage protect curb deepen """
_AIMING = """
    mempertahankan membangun menangani memberikan memberi menghadirkan menyediakan memfasilitasi membuka membekali
    mencetak menyiapkan mempersiapkan membina mencapai menghapus menghilangkan menyelesaikan menjembatani
    memperkenalkan menyukseskan merealisasikan mengefisienkan menarik memenuhi menjadikan mengawal memastikan
    mempertemukan menggali membentuk mengintegrasikan menyelaraskan mensosialisasikan mengelola melatih
    melahirkan build raise create facilitate attract provide achieve secure"""
CHANGE = one_of(_CHANGING)  # what follows such a verb is a topic of whatever does it
PURPOSE = one_of(_CHANGING + _AIMING)  # what follows one of these is a topic behind "untuk" and the like
_ADVERB = one_of("terus dapat juga lebih turut bisa mampu ikut semakin kian sekaligus untuk guna tetap help further")
ADVERBS = rf"(?: {_ADVERB})*"

CONJUNCTIONS = _set("dan serta maupun hingga sekaligus atau and")
# A list of topic phrases ends at one of these.
STOPS = _set(
    """sehingga agar supaya karena ketika saat kata ujar ucap tutur jelas ungkap imbuh tambah papar terang lanjut
    sebut menurut sebab namun tetapi tapi sementara maka jika bila apabila kalau setelah sebelum usai sejak
    selama meski meskipun walau walaupun ialah adalah merupakan mengatakan menyebut menjelaskan bukan tidak
    belum telah sudah akan harus bisa dapat mampu perlu juga pun ia dia mereka kami kita saya menjadi demikian
    melainkan selain said says while when because but however is are was were will would has have had he she
    they it we which who if after before during since katanya ujarnya tuturnya ucapnya jelasnya imbuhnya bahwa
    yaitu yakni seperti involving expanding covering making"""
)
# The short form of a phrase ends at one of these; what follows is a modifier and belongs to the long form alone.
MODIFIERS = _set(
    """di ke dari untuk bagi yang pada dengan melalui lewat oleh dalam terhadap secara guna sebagai atas kepada demi
    menuju tanpa sesuai akibat berbasis berupa tentang terkait mengenai khususnya terutama sejalan seiring
    sejak tahun ini itu tersebut melibatkan in for to by through with at on as from that across among between
    under via this these within into amid lain lainnya sebesar sebanyak bersama antara tetap lebih bergerak berjalan
    asal berada terpenuhi semakin kian"""
)
# Behind one of these modifiers, what is listed belongs to the modifier.
CLOSING = _set("melalui lewat dengan antara yang oleh through with between by")
# "Penguatan UMKM" is "UMKM" in short.
NOUNS_OF_CHANGE = _set("peningkatan penguatan percepatan perluasan optimalisasi pengembangan")
# A phrase does not begin with one of these.
OPENERS = NOUNS_OF_CHANGE | _set(
    """berbagai sejumlah setiap beberapa para seluruh semua upaya proses kegiatan hal aspek bidang sektor isu soal
    pentingnya cara segala adanya terciptanya terwujudnya terjadinya tercapainya terselenggaranya the a an its their his
    her our various more all untuk pada dalam terhadap tentang mengenai terkait lebih banyak terus agenda potensi
    fondasi dapat bisa mampu bersama ikut turut juga secara semakin kembali tegas terlebih dahulu"""
)
# Phrases of these words alone name no topic.
EMPTY = OPENERS | _set(
    """topik poin pilar program masyarakat warga publik negara bangsa rakyat pihak sektor-sektor bidang-bidang
    aspek-aspek isu-isu program-program sama kerja orang daerah wilayah tahun hari peserta mereka kami kita
    langkah peluang kesempatan solusi dukungan informasi target tujuan arahan penjelasan keterangan perhatian
    apresiasi layanan bantuan area jenis kali hubungan pemerintah sebagainya penyelenggaraan pelaksanaan
    jumlah keputusan pertanyaan diri kalian anda sesuatu apa siapa nilai anggota nama people things everyone
    public country way ways number part role sosok pelaku anak generasi semangat komitmen rangka satu dua tiga
    empat lima tempat ruang langsung utama strategis prioritas penting pekan bulan jam dana uang biaya harapan
    kondisi kebutuhan bukti sinergi kolaborasi kerjasama rupiah perusahaan
    nilai-nilai kepastian data sekitarnya access competencies opsi jangkauan eksistensi kepercayaan
    adil berkelanjutan lokal serupa merata inklusif detail sasaran perkara kasus masalah penjelasan"""
)
# Phrases that begin with one of these name no topic.
VAGUE = _set(
    """dampak tantangan persyaratan undangan aspirasi visi misi narasumber dokumen manfaat kontribusi hasil contoh
    posisi kamu monday tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis jumat sabtu
    minggu januari februari maret april mei juni juli agustus september oktober november desember maju baik tentunya
    referensi pengalaman warganya foothold experience experiences penghormatan pencerahan bekerja belajar siapa
    kewaspadaannya kerjanya patungan"""
)
# Words that look like Indonesian verbs ("me-") and are none.
NO_VERBS = _set(
    """menteri menko mental medis media menengah merah mereka merek meter mesin medali melayu menu meja melalui menurut
    menuju mengenai memori mendalam menyeluruh merata meriah merdeka mencakup meliputi mewah megah metode metro"""
)
# "program X", "pembangunan X" is X, where X is a named thing.
CARRIERS = NOUNS_OF_CHANGE | _set(
    """program pembangunan penyelenggaraan pelaksanaan kebijakan gerakan inisiatif proyek kegiatan acara kerja langkah
    kinerja rencana penerbitan pendirian implementasi keberhasilan upaya keputusan tim pihak koperasi the pembentukan
    kelanjutan keberlanjutan pencapaian peluncuran agenda ajang usulan"""
)
# Names of topics that differ by these alone name one topic.
SAME = NOUNS_OF_CHANGE | _set(
    "angka tingkat laju jumlah masalah persoalan isu penggunaan program sektor bidang di dan yang para the of"
)
