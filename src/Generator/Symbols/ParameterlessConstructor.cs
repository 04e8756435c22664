using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Determines whether a constructor of a derived class can call a constructor of its base class without arguments.</summary>
internal static class ParameterlessConstructor
{
    /// <summary>Determines whether a class has a constructor that a derived class can call without arguments.</summary>
    public static bool IsIn(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility != Accessibility.Private && HasOnlyOptional(constructor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOnlyOptional(IMethodSymbol constructor)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter is { IsOptional: false, IsParams: false })
            {
                return false;
            }
        }

        return true;
    }
}
