from extractor.layout.narrative import own_sentences


def test_sentences_about_other_studies_are_left_out() -> None:
    text = "Heatol has been shown to warm. The aim of this study is to try 8 mg. The HOTTER trial used 9 mg."
    assert [text[start:end] for start, end in own_sentences(text)] == [
        "The aim of this study is to try 8 mg."
    ]
