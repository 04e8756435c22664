using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Chooses the constructor of a task class that generated code calls.</summary>
internal static class ConstructorChooser
{
    /// <summary>
    /// Returns the constructor that generated code calls for a task; null if the method is static or no constructor can be chosen.
    /// </summary>
    public static IMethodSymbol? ChooseFor(TaskMethod task) => task.Method.IsStatic ? null : Choose(task.Method.ContainingType);

    /// <summary>
    /// Returns the constructor with <c>[ActivatorUtilitiesConstructor]</c> or, if there is none, the accessible constructor with the most
    /// parameters. Returns null if there is no accessible constructor, or if there are several of this kind.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type) =>
        CanBeCreated(type) && Candidates(type) is [var constructor] ? constructor : null;

    /// <summary>
    /// Returns the constructors that generated code can call: all that have <c>[ActivatorUtilitiesConstructor]</c> or, if there are none,
    /// all that have the most parameters, of those whose call is not a compiler error because they are obsolete.
    /// </summary>
    public static ImmutableArray<IMethodSymbol> Candidates(INamedTypeSymbol type)
    {
        var found = ImmutableArray<IMethodSymbol>.Empty;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (ObstacleOf(constructor, type) != ConstructorObstacle.None)
            {
                continue;
            }

            var order = found.IsEmpty ? 1 : RankOf(constructor).CompareTo(RankOf(found[0]));
            if (order >= 0)
            {
                found = order > 0 ? ImmutableArray.Create(constructor) : found.Add(constructor);
            }
        }

        return found;
    }

    /// <summary>Determines whether a constructor has <c>[ActivatorUtilitiesConstructor]</c>.</summary>
    public static bool IsMarked(IMethodSymbol constructor) =>
        constructor.FindAttribute(MetadataNames.Framework.ActivatorUtilitiesConstructorAttribute) is not null;

    /// <summary>Determines why generated code cannot call a constructor of a type.</summary>
    public static ConstructorObstacle ObstacleOf(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        if (IsCopy(constructor, type))
        {
            return ConstructorObstacle.CopiesRecord;
        }

        if (constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
        {
            return ConstructorObstacle.NotAccessible;
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (ObstacleOf(parameter) is var obstacle && obstacle != ConstructorObstacle.None)
            {
                return obstacle;
            }
        }

        return constructor.FindAttribute(MetadataNames.Framework.SetsRequiredMembersAttribute) is null
            && type.FindRequiredMember() is not null
            ? ConstructorObstacle.RequiredMember
            : ConstructorObstacle.None;
    }

    /// <summary>Determines why generated code cannot pass an argument for a constructor parameter.</summary>
    public static ConstructorObstacle ObstacleOf(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => ConstructorObstacle.Reference,
        { Type.IsRefLikeType: true } => ConstructorObstacle.RefStruct,
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => ConstructorObstacle.Pointer,
        _ => ConstructorObstacle.None,
    };

    // An obsolete constructor is called only if there is no other.
    private static (bool IsMarked, bool IsCurrent, int Length) RankOf(IMethodSymbol constructor) =>
        IsMarked(constructor) ? (true, true, 0) : (false, !MarkerReader.IsObsoleteError(constructor), constructor.Parameters.Length);

    private static bool CanBeCreated(INamedTypeSymbol type) =>
        type is { IsAbstract: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct };

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
