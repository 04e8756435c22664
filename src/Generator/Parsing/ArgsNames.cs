namespace TaskGen.Generator.Parsing;

/// <summary>The names of the members of a generated <c>Args</c>.</summary>
internal static class ArgsNames
{
    // Members that a record struct named Args has of its own; a property of such a name would not compile or would hide one.
    private static readonly HashSet<string> OwnMembers =
    [
        "Args", "Clone", "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    ];

    /// <summary>The members for these parameters: PascalCase, <c>_</c> appended until a name is free.</summary>
    public static string[] Of(IReadOnlyList<string> parameters)
    {
        var used = new HashSet<string>(OwnMembers);
        var names = new string[parameters.Count];
        for (var index = 0; index < names.Length; index++)
        {
            var name = char.ToUpperInvariant(parameters[index][0]) + parameters[index].Substring(1);
            while (!used.Add(name))
            {
                name += "_";
            }

            names[index] = name;
        }

        return names;
    }
}
