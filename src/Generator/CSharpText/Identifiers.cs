using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.CSharpText;

/// <summary>Names in generated code.</summary>
internal static class Identifiers
{
    private const string AsyncSuffix = "Async";

    // Members that every class has, as the compiler sees it (Finalize is not one); a property of such a name hides one and has to say so.
    private static readonly HashSet<string> ObjectMembers =
    [
        "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    // Keywords in front of the colon of an attribute and nowhere else: everyday names of parameters that look odd with an escape.
    private static readonly HashSet<string> EverydayNames = ["assembly", "method", "module", "param", "property", "type"];

    /// <summary>The name as code: keywords escaped.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || (SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None && !EverydayNames.Contains(name)) ? "@" + name : name;

    /// <summary>Whether a property of this name hides a member of <see cref="object"/>.</summary>
    public static bool HidesObjectMember(string name) => ObjectMembers.Contains(name);

    /// <summary>A method's name without a trailing <c>Async</c>.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > AsyncSuffix.Length && name.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - AsyncSuffix.Length)
            : name;

    /// <summary>A name that no other name in use has.</summary>
    public static string Unused(string name, Func<string, bool> isUsed)
    {
        while (isUsed(name))
        {
            name += "_";
        }

        return name;
    }
}
