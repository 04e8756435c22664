namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Defines the keywords for simple types in a contract file, and determines which types can be deserialized as which other types.
/// </summary>
internal static class ContractWords
{
    // The number of bits of each integer type. The number is negative for signed types.
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

    /// <summary>Determines whether a word is the keyword of a simple type.</summary>
    public static bool IsPlain(string word) => IsNumber(word) || Texts.Contains(word) || Others.Contains(word);

    /// <summary>Determines whether a word is the keyword of an integer type.</summary>
    public static bool IsInteger(string word) => Integers.ContainsKey(word);

    /// <summary>Determines whether values of the type with the specified keyword are JSON numbers.</summary>
    public static bool IsNumber(string word) => Integers.ContainsKey(word) || Fractions.Contains(word);

    /// <summary>Determines whether values of the type with the specified keyword are JSON strings.</summary>
    public static bool IsText(string word) => Texts.Contains(word);

    /// <summary>Determines whether every value of one type can be read as another type without a change in its meaning.</summary>
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
            // A double represents integers of up to 53 bits exactly.
            return (to == "decimal" && Math.Abs(narrow) <= 64) || (to == "double" && Math.Abs(narrow) <= 32);
        }

        return narrow < 0 ? wide < narrow : wide > narrow || -wide > narrow;
    }
}
