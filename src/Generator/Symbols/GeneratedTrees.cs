using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>
/// The source files that source generators added to a compilation. The compiler appends them to the files of the project, and their paths
/// end with the assembly and the type of the generator, and the name of the file.
/// </summary>
internal sealed class GeneratedTrees
{
    private const int SegmentsOfFile = 3;

    private readonly HashSet<SyntaxTree> _trees;
    private readonly string _ownFolder;

    private GeneratedTrees(HashSet<SyntaxTree> trees, string ownFolder)
    {
        _trees = trees;
        _ownFolder = ownFolder;
    }

    /// <summary>Finds the files. Returns null if the source generator of TaskGen did not run.</summary>
    public static GeneratedTrees? Find(Compilation compilation)
    {
        // Every project with the library has this class. Its file shows where the files of generators are.
        if (FindOwnPath(compilation) is not { } own)
        {
            return null;
        }

        var all = ((CSharpCompilation)compilation).SyntaxTrees;
        var trees = new HashSet<SyntaxTree>();
        for (var index = all.Length - 1; index >= 0 && IsBeside(own, Split(all[index].FilePath)); index--)
        {
            trees.Add(all[index]);
        }

        return own.Length < SegmentsOfFile ? null : new GeneratedTrees(trees, FolderOf(own));
    }

    /// <summary>
    /// Determines whether another source generator than that of TaskGen added a file. Returns false if the source generator of TaskGen did
    /// not run, because no task has a client then.
    /// </summary>
    public static bool HasOtherAdded(SyntaxTree file, Compilation compilation)
    {
        // Without a common folder, the paths of generated files are relative.
        var path = Split(file.FilePath);
        return FindOwnPath(compilation) is { } own
            && own.Length >= SegmentsOfFile
            && IsBeside(own, path)
            && FolderOf(path) != FolderOf(own)
            && (own.Length > SegmentsOfFile || !(path[0].Length == 0 || path[0].EndsWith(":", StringComparison.Ordinal)));
    }

    /// <summary>Determines whether a source generator added all declarations of a symbol.</summary>
    public bool Declare(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (!_trees.Contains(reference.SyntaxTree))
            {
                return false;
            }
        }

        return !symbol.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>Determines whether the source generator of TaskGen reported that code is missing because a step failed.</summary>
    public bool HaveFailures()
    {
        foreach (var tree in _trees)
        {
            var path = Split(tree.FilePath);
            if (path[path.Length - 1].StartsWith(GeneratedText.FailureHint, StringComparison.Ordinal) && FolderOf(path) == _ownFolder)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a source generator added a file.</summary>
    public bool Contains(SyntaxTree tree) => _trees.Contains(tree);

    /// <summary>Determines whether the source generator of TaskGen added a declaration of a symbol.</summary>
    public bool DeclareByTaskGen(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (_trees.Contains(reference.SyntaxTree) && FolderOf(Split(reference.SyntaxTree.FilePath)) == _ownFolder)
            {
                return true;
            }
        }

        return false;
    }

    // The generator appends underscores to the name until it is unused, so the last type is the generated one.
    private static string[]? FindOwnPath(Compilation compilation)
    {
        INamedTypeSymbol? last = null;
        for (var name = $"{AssemblyModel.ExtensionsNamespace}.{AssemblyModel.Extensions}";
            compilation.Assembly.GetTypeByMetadataName(name) is { } type;
            name += "_")
        {
            last = type;
        }

        return last is { DeclaringSyntaxReferences: [{ SyntaxTree.FilePath: var path }] } ? Split(path) : null;
    }

    private static string[] Split(string path) => path.Split('/', '\\');

    private static string FolderOf(string[] path) => string.Join("/", path, 0, Math.Max(0, path.Length - 1));

    private static bool IsBeside(string[] own, string[] path)
    {
        if (path.Length < own.Length)
        {
            return false;
        }

        for (var index = 0; index < own.Length - SegmentsOfFile; index++)
        {
            if (own[index] != path[index])
            {
                return false;
            }
        }

        return true;
    }
}
