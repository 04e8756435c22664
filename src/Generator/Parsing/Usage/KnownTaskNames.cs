using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Parsing.Usage;

/// <summary>The names on the wire that the generated modules of an assembly and of those it references declare.</summary>
internal static class KnownTaskNames
{
    /// <summary>Reads them.</summary>
    public static HashSet<string> Read(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(compilation.Assembly, names);
        foreach (var assembly in AssemblyParser.ReferencedWithTasks(compilation))
        {
            Add(assembly, names);
        }

        return names;
    }

    private static void Add(IAssemblySymbol assembly, HashSet<string> names)
    {
        if (AssemblyParser.FindModule(assembly) is not { } module)
        {
            return;
        }

        foreach (var (name, _, _) in AssemblyParser.ReadDeclarations(module))
        {
            names.Add(name);
        }
    }
}
