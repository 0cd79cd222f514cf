"""Words of saying, planning, hoping and denying, Indonesian and English: for the steps attribution and modality."""

from __future__ import annotations

import re


def words(text: str) -> re.Pattern[str]:
    """A pattern that finds any of the blank-separated words of `text`, with a blank inside one written "_".

    Alternatives inside brackets may go on in the next line, after "|".
    """
    joined = re.sub(r"\s*\|\s*", "|", text)
    alternatives = "|".join(word.replace("_", r"\s+") for word in joined.split())
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


# Verbs that stand before their speaker, "...," kata X; with -nya or a pronoun the speaker was named before.
SAID = words(
    """(?:kata|ujar|tutur|jelas|ungkap|tambah|imbuh|papar|sebut|ucap|terang|tegas|lanjut|beber|cetus|tukas|pungkas
    |tandas|sambung|urai|harap|pesan|ajak|seru|klaim|kisah|cerita|aku|keluh|kenang|ulas|jawab|pinta|celetuk|tulis
    |timpal|simpul|nilai|puji|kritik|sindir|ingat|tutup)(?:nya)?
    dikatakan disampaikan diungkapkan dituturkan dijelaskan dipaparkan diterangkan disebutkan ditambahkan ditegaskan
    diakui demikian_(?:disampaikan|dikatakan|diungkapkan)
    said added says"""
)
# Verbs that stand between the speaker and what is said, X mengatakan bahwa ...
SAYS = words(
    """mengatakan menyatakan(?!_(?:dukungan|kesiapan|sikap)) menyebut menyebutkan
    menuturkan menjelaskan mengungkapkan mengungkap menilai menegaskan
    menambahkan mengaku mengakui menerangkan memaparkan menekankan mengingatkan menyoroti memastikan berujar
    menyinggung berpendapat berpesan menuding membeberkan membenarkan melaporkan mengklaim meyakini yakin menganggap
    memandang optimistis optimis berharap mengharapkan meminta mengimbau menjanjikan berjanji menginginkan bilang
    berkomentar menceritakan bercerita mengusulkan menyarankan menyerukan berkata menggarisbawahi menyayangkan
    mengeluhkan membantah menampik menepis menyangkal memprediksi memperkirakan menargetkan menandaskan
    menguraikan memerinci merinci melanjutkan mengumumkan menunjukkan_bahwa mencontohkan
    menyampaikan(?!_(?:apresiasi|terima|pidato|sambutan|dukungan|komitmen|laporan|ucapan|aspirasi|pesan|harapan|salam
    |rasa|materi|paparan|surat|usulan|duka|keluhan|secara|langsung|kuliah|informasi|hal))
    says said told tells added adds stated states noted notes explained explains emphasized emphasised stressed claimed
    hopes hoped expressed remarked argued warned announced confirmed reiterated underlined underscored highlighted
    revealed pointed_out affirmed asserted recalled conveyed believes urged called_for denied denies
    dismissed"""
)
# Words that name a source, menurut X, ...
SOURCE = words("menurut menurutnya according_to mengutip dikutip_dari")
HE = words("ia dia beliau mereka pihaknya kami saya he she they")
SOMEBODY = words("seorang salah_satu sebuah sumber sejumlah para beberapa pejabat pengamat a an one officials sources")
THAT_ONE = re.compile(r"[^,.]{0,12}\s(?:itu|ini|tersebut)\b")
# A sentence that starts so goes on with what the speaker of the sentence before reports.
GOES_ON = words(
    """selanjutnya pertama kedua ketiga keempat bahkan apalagi karena_itu oleh_karena_itu oleh_sebab_itu sehingga
    tujuannya mulai_dari termasuk untuk_itu antara_lain seperti misalnya bukan jadi nantinya harapannya dengan_begitu
    dengan_demikian sebab menurutnya salah_satunya tujuan_utamanya selain_itu"""
)

# Words that govern what follows them: a negation at arm's length, a wish to the end of its sentence.
DENIED = words(
    """(?:tidak|tak|bukan|belum|tanpa)(?!_(?:hanya|sekadar|cuma|saja|lepas|terlepas|luput|lupa|kalah|menutup|jauh|lain
    |sedikit|perlu|langsung|terduga|terkecuali|lama|semata-mata|ragu|tetap|sampai|boleh|mempermasalahkan|pelak|jarang
    |(?:bisa|dapat|mungkin)_sendiri(?:an)?))
    batal membatalkan membantah menampik urung gagal (?:menolak|enggan|ogah)_(?:untuk_)?(?:me|ber)\\w+
    not(?!_(?:only|just|merely)) never denied denies cannot no_longer (?:refused|declined|failed|yet)_to
    cancell?ed scrapped \\w+n['’]t"""
)
# What says that a whole statement is false, to the end of its sentence: "membantah kabar bahwa", "denied reports that".
REFUTED = words(
    """(?:(?:mem)?bantah|menampik|menepis|tepis|menyangkal|dibantah|denied|denies|deny|dismissed|rejected
    |refuted)_(?:\\w+_){0,3}?(?:bahwa|kabar|isu|tudingan|tuduhan|rumor|berita|informasi|dugaan|klaim|spekulasi|anggapan|laporan
    |pernyataan|that|reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|speculation)
    (?:tidak|tak|bukan)_(?:benar|betul|tepat|ada|pernah)_(?:\\w+_)?(?:bahwa|jika|kalau|bila|apabila) bukan_berarti
    (?:tidak|tak|belum)_me(?:ngatakan|nyatakan|nyebut(?:kan)?|ngonfirmasi)_(?:\\w+_)?bahwa
    not_(?:true|correct)_that false_that no_truth_to"""
)
# Denials denied, which leave the statement as it is.
ADMITTED = words(
    """(?:tidak|tak|bukan)_(?:dapat_|bisa_)?(?:membantah|memungkiri|menyangkal|menampik|menepis)
    (?:not|\\w+n['’]t|cannot)_(?:deny|dispute)"""
)
# A statement named as hearsay, and what behind it says that it is false.
HEARSAY = words(
    """kabar isu tudingan tuduhan rumor informasi klaim spekulasi anggapan dugaan reports? claims? rumou?rs?
    allegations? accusations?"""
)
FALSE = words(
    """(?:tidak|tak)_(?:benar|betul|berdasar) hoaks hoax bohong fitnah dibantah ditepis keliru untrue false baseless
    unfounded not_true"""
)
CALLED_OFF = words("batal dibatalkan urung cancell?ed called_off")
HOPED = words(
    """berharap mengharapkan diharapkan diharap harapan harapannya harapkan semoga mudah-mudahan mengusulkan usulkan
    diusulkan usul meminta diminta minta mengimbau diimbau imbau mendesak didesak diajak ditantang dianjurkan
    disarankan menyarankan menginstruksikan menyerukan
    seharusnya sebaiknya hendaknya hopes? hoped hoping urges? urged called_(?:for|on) calls_(?:for|on) asked
    proposed? proposes proposal should expected_to"""
)
# Whom one of these has as its object is asked to do what follows.
ASKING = words(
    """mengajak ajak mendorong mengundang menantang memerintahkan mengingatkan invited? invites encouraged? encourages
    urged urges asked asks"""
)
PLANNED = words(
    """akan bakal berencana rencananya rencana direncanakan merencanakan (?:menyatakan_)?kesiapan(?:nya)?
    siap bersiap segera berjanji menjanjikan
    dijadwalkan nantinya nanti mempersiapkan persiapan menjelang mewacanakan diwacanakan
    (?:meng)?agendakan diagendakan diproyeksikan
    mempertimbangkan will plans? planned set_to going_to intends? would ready_to scheduled_to
    consider(?:s|ed|ing)? slated_to"""
)
# Possible, which is not yet so; like a negation they reach no further than their verb.
POSSIBLE = words("wacana berpeluang peluang kemungkinan mungkin berpotensi (?-i:may) might could")
# Words that suppose what stands behind them, up to a comma.
SUPPOSED = words("jika bila apabila kalau andai andaikan seandainya asalkan apakah apabila if whether unless")
# What somebody wants is planned where it would be a deed, and asserted where it is a purpose.
WANTED = words(
    "ingin hendak mau tawaran menawarkan ditawari "
    "tertarik berminat menjajaki menargetkan ditargetkan wants?_to aims?_to"
)
# Words behind a trigger that put it off.
AHEAD = words("mendatang nanti besok esok lusa next_(?:week|month|year) upcoming yang_akan_datang")
# What is done by saying it, however politely: "kami ingin mengucapkan terima kasih".
PERFORMED = words(
    "terima_kasih (?:meng)?apresiasi\\w* memuji salut bangga thank\\w* prais\\w* appreciat\\w* congratulat\\w*"
)
# Where the reach of such a word ends.
BREAK = re.compile(
    r"[;:!?—\"“”]|\.\s|\b(?:namun|tetapi|tapi|karena|sebab|setelah|usai|sehingga|sementara|sedangkan|meski|meskipun|"
    r"but|because|after|while|although|which|who)\b",
    re.IGNORECASE,
)
