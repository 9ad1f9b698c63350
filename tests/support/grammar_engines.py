"""Grammar engines behind model servers, over a vocabulary of the 256 bytes: nothing is downloaded.

Each is called with a schema and gives a function that says whether the engine lets a text through to its end.
"""

import json
from collections.abc import Callable
from typing import Any

Accepts = Callable[[str], bool]

END = 256
BYTES = [bytes([number]) for number in range(END)]


def llguidance(schema: dict[str, Any]) -> Accepts:
    """Behind llama.cpp, vLLM and SGLang. A schema it does not know in full is an error."""
    from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper  # noqa: PLC0415 - an extra

    tokenizer = LLTokenizer(TokenizerWrapper(_ByteTokenizer()))
    grammar = LLMatcher.grammar_from_json_schema(schema)
    faulty, said = LLMatcher.validate_grammar_with_warnings(grammar, tokenizer)
    if faulty or said:
        raise ValueError(said)

    def accepts(text: str) -> bool:
        matcher = LLMatcher(tokenizer, grammar)
        data = list(text.encode())
        return matcher.try_consume_tokens(data) == len(data) and matcher.is_accepting()

    return accepts


class _ByteTokenizer:
    eos_token_id = END
    bos_token_id = None
    tokens = (*BYTES, b"<end>")
    special_token_ids = (END,)

    def __call__(self, text: bytes | str) -> list[int]:
        return list(text if isinstance(text, bytes) else text.encode())


def outlines_core(schema: dict[str, Any]) -> Accepts:
    """Behind vLLM and others: the schema becomes one regular expression, so that recursion cannot pass."""
    from outlines_core import Index, Vocabulary  # noqa: PLC0415 - an extra
    from outlines_core.json_schema import build_regex_from_schema  # noqa: PLC0415

    vocabulary = Vocabulary(END, {byte: [number] for number, byte in enumerate(BYTES)})
    index = Index(build_regex_from_schema(json.dumps(schema)), vocabulary)

    def accepts(text: str) -> bool:
        state = index.get_initial_state()
        for byte in text.encode():
            state = index.get_next_state(state, byte)
            if state is None:
                return False
        return bool(index.is_final_state(state))

    return accepts


def xgrammar(schema: dict[str, Any]) -> Accepts:
    """Behind vLLM and SGLang. It has an extra of its own: it needs torch."""
    import xgrammar as engine  # noqa: PLC0415 - see above

    tokenizer = engine.TokenizerInfo([*BYTES, b"<end>"], stop_token_ids=[END])
    compiled = engine.GrammarCompiler(tokenizer).compile_json_schema(json.dumps(schema), strict_mode=True)

    def accepts(text: str) -> bool:
        matcher = engine.GrammarMatcher(compiled)
        return all(matcher.accept_token(byte) for byte in text.encode()) and matcher.accept_token(END)

    return accepts
