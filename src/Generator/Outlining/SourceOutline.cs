using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Represents the parts of a source file on which declarations in any file can depend: a hash of everything except the bodies of members,
/// and the names through which files depend on each other. An edit inside a body does not change the hash.
/// </summary>
internal sealed class SourceOutline
{
    // Outlines are stored by syntax tree, so that after a keystroke only one file is read. An outline contains only strings and numbers and
    // does not keep its tree alive, so its entry is removed when the tree is garbage-collected.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceOutline> Known = new();

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// Gets a value that indicates whether the file could not be read. All other properties then have values with which no change is
    /// missed.
    /// </summary>
    public bool IsUnknown { get; init; }

    /// <summary>Gets the hash of everything outside the bodies of members.</summary>
    public ulong Hash { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the file affects all other files, because it contains global using directives, assembly
    /// attributes, or a partial class with a name like that of a generated client.
    /// </summary>
    public bool IsEnvironment { get; init; }

    /// <summary>Gets the simple names of the types that the file declares.</summary>
    public ImmutableArray<string> DeclaredTypes { get; init; }

    /// <summary>
    /// Gets all names that are used outside the bodies of members. For attributes, the name with the suffix <c>Attribute</c> is also
    /// included.
    /// </summary>
    public ImmutableArray<string> Mentions { get; init; }

    /// <summary>Gets the simple names of the attributes of methods.</summary>
    public ImmutableArray<string> MethodAttributes { get; init; }

    /// <summary>Gets the using aliases for names that might be task or condition attributes.</summary>
    public ImmutableArray<string> MarkerAliases { get; init; }

    /// <summary>Gets the global using aliases for names that might be task or condition attributes.</summary>
    public ImmutableArray<string> GlobalMarkerAliases { get; init; }

    /// <summary>Gets the namespaces that the file declares.</summary>
    public ImmutableArray<string> Namespaces { get; init; }

    /// <summary>Gets the non-nested types whose names could be names of generated types.</summary>
    public ImmutableArray<string> ClientTypes { get; init; }

    /// <summary>Determines whether any method attribute might mark a task or a condition.</summary>
    /// <param name="globalAliases">
    /// The global using aliases for such attributes in all files; null if they are not known, so that each name can be one.
    /// </param>
    public bool MayHoldMarkers(HashSet<string>? globalAliases)
    {
        if (globalAliases is null)
        {
            return IsUnknown || !MethodAttributes.IsEmpty;
        }

        foreach (var name in MethodAttributes)
        {
            if (MarkerNames.Contains(name) || MarkerAliases.Contains(name) || globalAliases.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the outline of a file. Each version of a file is read only once.</summary>
    public static SourceOutline Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out var outline))
        {
            outline = SourceOutlineReader.Read(tree, cancellationToken);

            // If another thread has added an outline in the meantime, that outline is equal to this one.
            outline = Known.GetValue(tree, _ => outline);
        }

        return outline;
    }

    /// <summary>
    /// Returns an outline for a file that cannot be read. It differs from all others, so that everything that might depend on the file is
    /// processed again in each run.
    /// </summary>
    public static SourceOutline Unknown(SyntaxTree tree) => new()
    {
        Path = tree.FilePath,
        IsUnknown = true,
        Hash = ObjectNumbers.Next(),
        IsEnvironment = true,
        DeclaredTypes = [],
        Mentions = [],
        MethodAttributes = [],
        MarkerAliases = [],
        GlobalMarkerAliases = [],
        Namespaces = [],
        ClientTypes = [],
    };
}
