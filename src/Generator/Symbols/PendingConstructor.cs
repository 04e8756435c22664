using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Symbols;

/// <summary>
/// Recognizes a class without a constructor whose constructor another source generator probably adds. Generators cannot see the code of
/// each other, so a call of the implicit constructor would not compile.
/// </summary>
internal static class PendingConstructor
{
    // An attribute such as [Injectable] on a class often only registers it as a service.
    private static readonly string[] WordsOfClasses = ["Construct", "Ctor"];
    private static readonly string[] WordsOfMembers = ["Construct", "Ctor", "Inject"];

    /// <summary>
    /// Returns the effect that the missing constructor probably has, such as "sets '_store'". Returns null if the class has a constructor,
    /// or if no constructor is missing.
    /// </summary>
    public static string? Find(INamedTypeSymbol type)
    {
        if (!IsPartial(type) || HasConstructor(type))
        {
            return null;
        }

        var isMarked = HasMarkedClass(type);
        foreach (var member in type.GetMembers())
        {
            if (!member.IsStatic && !member.IsImplicitlyDeclared && IsPending(member, isMarked))
            {
                return $"sets '{member.Name}'";
            }
        }

        return type.BaseType is not { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } parent
            ? null
            : Find(parent) ?? (ParameterlessConstructor.IsIn(parent) ? null : $"calls a constructor of '{parent.Name}'");
    }

    private static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMarkedClass(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (HasMarker(current, WordsOfClasses))
            {
                return true;
            }
        }

        return false;
    }

    // An unknown attribute can be declared by the generator that reads it.
    private static bool HasMarker(ISymbol symbol, string[] words)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && (type.TypeKind == TypeKind.Error
                    || (type.RootNamespace() is not ("System" or "Microsoft")
                        && Array.Exists(words, word => type.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPending(ISymbol member, bool isMarked)
    {
        var isExpected = member switch
        {
            IFieldSymbol { IsConst: false, IsRequired: false } field =>
                IsExpected(field.Type, field.NullableAnnotation, field.IsReadOnly, !field.IsSeenOutside(), isMarked),
            IPropertySymbol { IsIndexer: false, IsRequired: false } property when IsStored(property) =>
                IsExpected(property.Type, property.NullableAnnotation, property.SetMethod is null, isWarned: false, isMarked),
            _ => (bool?)null,
        };
        if (isExpected is null)
        {
            return false;
        }

        var isMarkedMember = HasMarker(member, WordsOfMembers);
        return (isExpected.Value || isMarkedMember) && !IsInitialized(member, isMarkedMember);
    }

    // If the class has no attribute for a constructor, a value is missing only if the compiler warns that the value is never set.
    private static bool IsExpected(ITypeSymbol type, NullableAnnotation annotation, bool isReadOnly, bool isWarned, bool isMarked)
    {
        var isNonNullable = annotation == NullableAnnotation.NotAnnotated;
        return isMarked
            ? isReadOnly || (type.IsReferenceType && annotation != NullableAnnotation.Annotated)
            : isReadOnly && type.IsReferenceType && (isWarned || isNonNullable);
    }

    // The value 'default!' only prevents a warning of the compiler. If the member has an attribute for a constructor, a generator sets it.
    private static bool IsInitialized(ISymbol member, bool isMarked)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is not null && !(isMarked && initializer.Value.IsKind(SyntaxKind.SuppressNullableWarningExpression)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStored(IPropertySymbol property)
    {
        if (property.IsAbstract || property.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not PropertyDeclarationSyntax { AccessorList.Accessors: var accessors, Modifiers: var modifiers }
            || modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return false;
        }

        foreach (var accessor in accessors)
        {
            if (accessor is not { Body: null, ExpressionBody: null })
            {
                return false;
            }
        }

        return true;
    }
}
