using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Reads the wire names that the generated modules of an assembly and its references declare.</summary>
internal static class KnownTaskNames
{
    /// <summary>Reads the names of a compilation.</summary>
    public static HashSet<string> Read(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(compilation.Assembly, names);
        foreach (var assembly in TaskModules.ReferencedWithTasks(compilation))
        {
            Add(assembly, names);
        }

        return names;
    }

    private static void Add(IAssemblySymbol assembly, HashSet<string> names)
    {
        if (TaskModules.Find(assembly) is not { } module)
        {
            return;
        }

        foreach (var (name, _, _) in TaskModules.Declarations(module))
        {
            names.Add(name);
        }
    }
}
