using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Finds the generated modules of assemblies (the classes that register tasks) and the tasks that they declare.</summary>
internal static class TaskModules
{
    private const string GlobalAlias = "global";

    /// <summary>Returns the referenced assemblies that might declare tasks, because they reference the TaskGen library.</summary>
    public static IEnumerable<IAssemblySymbol> ReferencedWithTasks(Compilation compilation)
    {
        foreach (var reference in compilation.References)
        {
            if (!reference.Properties.Aliases.IsDefaultOrEmpty && !reference.Properties.Aliases.Contains(GlobalAlias))
            {
                continue;
            }

            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && ReferencesRuntime(assembly))
            {
                yield return assembly;
            }
        }
    }

    /// <summary>Returns the generated module of an assembly; null if there is no module that other assemblies can access.</summary>
    public static INamedTypeSymbol? Find(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol module] } type
                && type.Is(MetadataNames.TaskModuleAttribute)
                && module.IsSeenOutside())
            {
                return module;
            }
        }

        return null;
    }

    /// <summary>Returns the wire names that a generated module declares, including aliases.</summary>
    public static IEnumerable<(string Name, string Declaration, bool IsAlias)> Declarations(INamedTypeSymbol module)
    {
        foreach (var attribute in module.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.TaskDeclarationAttribute)
                && attribute.ConstructorArguments is [{ Value: string name }, { Value: string declaration }])
            {
                yield return (name, declaration, AttributeReader.Read(attribute, "IsAlias", false));
            }
        }
    }

    private static bool ReferencesRuntime(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var identity in module.ReferencedAssemblies)
            {
                if (identity.Name == MetadataNames.RuntimeAssembly)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
