using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.CSharpText;

/// <summary>Creates names for generated code.</summary>
internal static class Identifiers
{
    private const string AsyncSuffix = "Async";

    // A property with one of these names hides a member of object and requires the modifier new. Finalize is not in the list, because the
    // compiler does not require the modifier for it.
    private static readonly HashSet<string> ObjectMembers =
    [
        "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    // These names are keywords only as attribute targets. They are common parameter names, so they are not escaped, for readability.
    private static readonly HashSet<string> EverydayNames = ["assembly", "method", "module", "param", "property", "type"];

    /// <summary>Returns the name with an @ prefix if it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || (SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None && !EverydayNames.Contains(name)) ? "@" + name : name;

    /// <summary>Determines whether a property of this name hides a member of <see cref="object"/>.</summary>
    public static bool HidesObjectMember(string name) => ObjectMembers.Contains(name);

    /// <summary>Returns the name of a method without a trailing <c>Async</c>.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > AsyncSuffix.Length && name.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - AsyncSuffix.Length)
            : name;

    /// <summary>Appends underscores to a name until the result is unused.</summary>
    public static string Unused(string name, Func<string, bool> isUsed)
    {
        while (isUsed(name))
        {
            name += "_";
        }

        return name;
    }
}
