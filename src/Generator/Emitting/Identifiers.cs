using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Emitting;

/// <summary>Names in generated code.</summary>
internal static class Identifiers
{
    private const string AsyncSuffix = "Async";

    // Members that a record struct named Args has of its own; a property of such a name would not compile or would hide one.
    private static readonly HashSet<string> ArgsMembers =
    [
        "Args", "Clone", "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    ];

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
        name.Length > AsyncSuffix.Length && name.EndsWith(AsyncSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - AsyncSuffix.Length) : name;

    /// <summary>The members of Args for these parameters: PascalCase, <c>_</c> appended until a name is free.</summary>
    public static string[] ForArgs(IReadOnlyList<string> parameters)
    {
        var used = new HashSet<string>(ArgsMembers);
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

    /// <summary>An identifier out of the last segment of a wire name: <c>mail.send-html</c> gives <c>SendHtml</c>. Null where nothing is left.</summary>
    public static string? FromWireName(string wireName)
    {
        var segment = wireName.Substring(wireName.LastIndexOf('.') + 1);
        var name = new StringBuilder();
        var upper = true;
        foreach (var character in segment)
        {
            if (SyntaxFacts.IsIdentifierPartCharacter(character) && character != '_')
            {
                name.Append(upper ? char.ToUpperInvariant(character) : character);
                upper = false;
            }
            else
            {
                upper = true;
            }
        }

        if (name.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        return name.Length == 0 ? null : name.ToString();
    }

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
