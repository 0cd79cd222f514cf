"""The words of reports, in English and Indonesian; names of edges and labels come from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "answer": "Answer",
            "one_way": "One way connects {one} and {other} in this graph.",
            "ways": "{count} ways connect {one} and {other} in this graph; the strongest comes first.",
            "no_way": "Nothing connects {one} and {other} in this graph within {hops} steps.",
            "strongest": "The strongest way",
            "way": "Way {number}",
            "why": "Why it ranks here",
            "score": "strength {score:.2f} of 1",
            "near": "Nearest to {name}",
            "nothing_near": "no connection at all",
            "shared": "Both are named in these articles. That alone is no connection:",
            "also": "also",
            "profiles": "Profiles",
            "known_as": "Also called",
            "articles": "Articles that name it",
            "connections": "Connections",
            "kind": "Kind",
            "date": "Date",
            "size": "Size",
            "timeline": "Timeline",
            "event": "event",
            "told": "first told",
            "undated": "Left out, since no dated article tells them: {count}.",
            "claims": "Claims",
            "number": "No.",
            "fact": "Fact",
            "modality": "Modality",
            "sources": "Independent sources",
            "period": "Dates",
            "sentences": "Sentences",
            "cited": "Sources",
            "rights": "Rights",
            "no_rights": "no notice found",
            "says": "{name} says",
            "method": "Method and limits",
            "asserted": "asserted",
            "planned": "planned",
            "hoped": "hoped",
            "denied": "denied",
            "former": "formerly",
            "method_1": "Every fact rests on sentences that a program read in news articles; the sentences are quoted, "
            "the articles are not. The program can misread: check a sentence before you rely on it.",
            "method_2": "“Asserted” means that an article, or a speaker in it, says so; it does not mean that it is "
            "true. What is only planned, hoped for or denied is marked as such.",
            "method_3": "Ways of at most {hops} steps were looked for. Fewer steps, asserted facts, certain readings "
            "and more independent sources rank higher; ways through things that connect to nearly everything rank "
            "lower. Copies of one text count as one source.",
            "method_4": "Facts told here: {told}. Connections that the two have in the graph: {total}. For each fact, "
            "at most {sentences} sentences are quoted.",
            "cut": "Not every connection of {name} ({degree}) was followed: a weaker way through it may be missing.",
        },
        "id": {
            "answer": "Jawaban",
            "one_way": "Satu jalur menghubungkan {one} dan {other} di graf ini.",
            "ways": "{count} jalur menghubungkan {one} dan {other} di graf ini; yang terkuat disebut lebih dulu.",
            "no_way": "Tidak ada yang menghubungkan {one} dan {other} di graf ini dalam {hops} langkah.",
            "strongest": "Jalur terkuat",
            "way": "Jalur {number}",
            "why": "Alasan peringkatnya",
            "score": "kekuatan {score:.2f} dari 1",
            "near": "Yang terdekat dengan {name}",
            "nothing_near": "tidak ada hubungan sama sekali",
            "shared": "Keduanya disebut dalam artikel berikut. Itu saja belum berarti ada hubungan:",
            "also": "juga",
            "profiles": "Profil",
            "known_as": "Disebut juga",
            "articles": "Artikel yang menyebutnya",
            "connections": "Hubungan",
            "kind": "Jenis",
            "date": "Tanggal",
            "size": "Jumlah",
            "timeline": "Lini masa",
            "event": "peristiwa",
            "told": "pertama diberitakan",
            "undated": "Tidak dimuat karena tidak diberitakan artikel bertanggal: {count}.",
            "claims": "Klaim",
            "number": "No.",
            "fact": "Fakta",
            "modality": "Modalitas",
            "sources": "Sumber independen",
            "period": "Tanggal",
            "sentences": "Kalimat",
            "cited": "Sumber",
            "rights": "Hak cipta",
            "no_rights": "tidak ditemukan pemberitahuan",
            "says": "kata {name}",
            "method": "Metode dan batasan",
            "asserted": "dinyatakan",
            "planned": "direncanakan",
            "hoped": "diharapkan",
            "denied": "dibantah",
            "former": "mantan",
            "method_1": "Setiap fakta bertumpu pada kalimat yang dibaca program dari artikel berita; kalimatnya "
            "dikutip, artikelnya tidak. Program dapat salah baca: periksa kalimatnya sebelum mengandalkannya.",
            "method_2": "“Dinyatakan” berarti artikel, atau narasumber di dalamnya, mengatakan demikian; bukan berarti "
            "hal itu benar. Yang baru direncanakan, diharapkan, atau dibantah ditandai.",
            "method_3": "Jalur yang dicari paling panjang {hops} langkah. Langkah yang lebih sedikit, fakta yang "
            "dinyatakan, bacaan yang pasti, dan sumber independen yang lebih banyak menaikkan peringkat; jalur melalui "
            "hal yang terhubung dengan hampir segalanya menurunkannya. Salinan satu teks dihitung satu sumber.",
            "method_4": "Fakta yang disampaikan di sini: {told}. Hubungan yang dimiliki keduanya di graf: {total}. "
            "Untuk setiap fakta dikutip paling banyak {sentences} kalimat.",
            "cut": "Tidak semua hubungan {name} ({degree}) ditelusuri: jalur yang lebih lemah dapat terlewat.",
        },
    }
)
