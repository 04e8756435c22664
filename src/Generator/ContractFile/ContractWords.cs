namespace TaskGen.Generator.ContractFile;

/// <summary>The words for plain values, and what becomes of a value of one word that is read as another.</summary>
internal static class ContractWords
{
    // Of the integers how many bits a value has, negative where there are negative values.
    private static readonly Dictionary<string, int> Integers = new(StringComparer.Ordinal)
    {
        ["byte"] = 8,
        ["sbyte"] = -8,
        ["ushort"] = 16,
        ["short"] = -16,
        ["uint"] = 32,
        ["int"] = -32,
        ["ulong"] = 64,
        ["long"] = -64,
        ["uint128"] = 128,
        ["int128"] = -128,
    };

    private static readonly HashSet<string> Fractions = new(StringComparer.Ordinal) { "half", "float", "double", "decimal" };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        ContractShape.Text, "char", "guid", "date", "time", "datetime", "datetimeoffset", "timespan", "uri", "bytes", "taskid", "version",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "bool", "failure" };

    /// <summary>Whether it is the word of a plain value.</summary>
    public static bool IsPlain(string word) => IsNumber(word) || Texts.Contains(word) || Others.Contains(word);

    /// <summary>Whether it is the word of an integer.</summary>
    public static bool IsInteger(string word) => Integers.ContainsKey(word);

    /// <summary>Whether values are JSON numbers.</summary>
    public static bool IsNumber(string word) => Integers.ContainsKey(word) || Fractions.Contains(word);

    /// <summary>Whether values are JSON strings.</summary>
    public static bool IsText(string word) => Texts.Contains(word);

    /// <summary>Whether everything that is written as one word reads as another and means the same.</summary>
    public static bool IsWidened(string from, string to)
    {
        if (to == ContractShape.Text)
        {
            return IsText(from);
        }

        if (!Integers.TryGetValue(from, out var narrow))
        {
            return (from, to) is ("half", "float" or "double") or ("float", "double");
        }

        if (!Integers.TryGetValue(to, out var wide))
        {
            // A double has 53 bits for the digits.
            return (to == "decimal" && Math.Abs(narrow) <= 64) || (to == "double" && Math.Abs(narrow) <= 32);
        }

        return narrow < 0 ? wide < narrow : wide > narrow || -wide > narrow;
    }
}
