namespace TaskGen.Tests;

/// <summary>Texts that have broken out of names, keys and logs elsewhere.</summary>
internal static class Hostile
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "", "a b", "a:b", "{a}", "a}b{c", "*", "?", "[a-z]", "\\", "\"", "'", "a\nb", "a\r\n+OK", "a\0b", "\u202E", "\u2028", "\uD800",
        "\uDC00x", "😀", "é", "e\u0301", "../../etc", "%00", "<img src=x onerror=alert(1)>", "javascript:alert(1)", new string('a', 201),
        new string('a', 1_000_000), " ", "a/b", "ａ",
    ];

    /// <summary>Look hostile and are names like any other.</summary>
    public static IReadOnlyList<string> ValidNames { get; } =
        ["constructor", "__proto__", "seq", "ready", "lease", "CON", "..", "-", new string('a', 200)];
}
