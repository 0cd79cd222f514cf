// name: events
// title: Events in a period
// title_id: Peristiwa dalam suatu masa
// question: What happened, or is to happen, between two dates?
// question_id: Apa yang terjadi, atau akan terjadi, di antara dua tanggal?
// param: from date = null | no event before this day, month or year | tidak ada peristiwa sebelum hari, bulan, atau tahun ini
// param: to date = null | no event after this day, month or year | tidak ada peristiwa sesudah hari, bulan, atau tahun ini
// param: kind text = null | only this kind of event (visit, meeting, ...) | hanya jenis peristiwa ini (visit, meeting, ...)
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: date, event, name, kind, articles, organisers, places, modality
// mode: read
// since: 0.1.0
MATCH (e:Event)
WHERE e.date IS NOT NULL AND ($kind IS NULL OR e.kind = $kind)
  AND ($from IS NULL OR e.date >= substring($from, 0, size(e.date)))
  AND ($to IS NULL OR substring(e.date, 0, size($to)) <= $to)
WITH e ORDER BY e.date, e.id LIMIT $limit
OPTIONAL MATCH (e)-[r]-(other:Entity)
WITH e, r, other ORDER BY other.name, other.id, r.id
WITH e,
     collect(CASE WHEN type(r) = 'ORGANIZED' THEN other.name ELSE null END) AS organisers,
     collect(CASE WHEN type(r) = 'HELD_AT' THEN other.name ELSE null END) AS places,
     min(CASE r.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END) AS strongest
RETURN e.date AS date, e.id AS event, e.name AS name, e.kind AS kind, e.articles AS articles, organisers, places,
       ['asserted', 'planned', 'hoped', 'denied'][strongest] AS modality
ORDER BY date, event
