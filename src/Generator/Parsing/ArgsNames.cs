namespace TaskGen.Generator.Parsing;

/// <summary>Chooses the property names for a generated type <c>Args</c>.</summary>
internal static class ArgsNames
{
    // A record struct with the name Args already has these members. A property with one of these names would not compile, or would hide a
    // member.
    private static readonly HashSet<string> OwnMembers =
    [
        "Args", "Clone", "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    ];

    /// <summary>Returns the property names for parameters: in PascalCase, with <c>_</c> appended until each name is unique.</summary>
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
