namespace TaskGen.CompilerServices;

/// <summary>Lists names in messages.</summary>
internal static class JsonNames
{
    private const int Most = 12;

    /// <summary>Lists names, such as "Red, Green, or Blue". Of many names, only the first ones are listed.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "none",
        1 => names[0],
        2 => $"{names[0]} or {names[1]}",
        <= Most => $"{string.Join(", ", names.SkipLast(1))}, or {names[^1]}",
        _ => $"{string.Join(", ", names.Take(Most))}, or one of {names.Count - Most} others",
    };
}
