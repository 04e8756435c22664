using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Names;

/// <summary>
/// The declarations of a type that this generator did not generate. Users can extend a generated client with a partial class of its name.
/// </summary>
/// <param name="type">The type, which can also have a generated declaration.</param>
/// <param name="declarations">The other declarations.</param>
internal readonly struct UserPart(INamedTypeSymbol type, ImmutableArray<MemberDeclarationSyntax> declarations)
{
    private const string Extend = "Rename one of them, or extend the client with a partial class that only adds members to it";

    /// <summary>Gets a value that indicates whether the type has only generated declarations.</summary>
    public bool IsEmpty => declarations.IsEmpty;

    /// <summary>Gets a value that indicates whether all declarations are partial classes.</summary>
    public bool IsPartialClass
    {
        get
        {
            foreach (var declaration in declarations)
            {
                if (declaration is not ClassDeclarationSyntax || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Finds the declarations of a type that this generator did not generate.</summary>
    public static UserPart Of(INamedTypeSymbol type)
    {
        var declarations = ImmutableArray.CreateBuilder<MemberDeclarationSyntax>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is MemberDeclarationSyntax declaration && !IsGeneratedHere(declaration))
            {
                declarations.Add(declaration);
            }
        }

        return new UserPart(type, declarations.ToImmutable());
    }

    /// <summary>
    /// Explains how to correct a partial class that has the name of a client but cannot be a part of it: a different class, or a class with
    /// a member that the generated part also declares. Returns null if the class can be a part of the client.
    /// </summary>
    public string? WhyNotExtension(TaskMethod task)
    {
        var access = task.Method.ContainingType.IsSeenOutside() ? SyntaxKind.PublicKeyword : SyntaxKind.InternalKeyword;
        foreach (var declaration in declarations)
        {
            if (HasOtherModifiers((ClassDeclarationSyntax)declaration, access) || HasGeneratedCode(declaration))
            {
                return Extend;
            }
        }

        var name = TaskNaming.TaskName(task.Method, task.Attribute) ?? "";
        return HasOwnConstruction()
            || Declares(TaskClassModel.ClientField)
            || Declares(name)
            || Declares(name + TaskModel.TaskTypeSuffix)
            || HasTasks()
            || HasRefusedUse()
            ? Extend
            : null;
    }

    private static bool HasOtherModifiers(ClassDeclarationSyntax declaration, SyntaxKind access)
    {
        foreach (var modifier in declaration.Modifiers)
        {
            if (modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword
                || (modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword && !modifier.IsKind(access)))
            {
                return true;
            }
        }

        return declaration.ParameterList is not null;
    }

    private static bool IsGeneratedHere(MemberDeclarationSyntax declaration) =>
        HasGeneratedCode(declaration, "\"" + TaskClassModel.Tool + "\"");

    // The attribute can be applied only once, and the client has it.
    private static bool HasGeneratedCode(MemberDeclarationSyntax declaration, string? tool = null)
    {
        foreach (var list in declaration.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name;
                if (name.ToString() is "GeneratedCode" or "GeneratedCodeAttribute"
                    && (tool is null || attribute.ArgumentList?.Arguments.FirstOrDefault()?.ToString() == tool))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Each constructor of the user must call the generated constructor, and the generated constructor must be sufficient.
    private bool HasOwnConstruction()
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is ConstructorDeclarationSyntax syntax
                    && IsOfUser(syntax)
                    && (syntax.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true || TakesOnlyClient(constructor)))
                {
                    return true;
                }
            }
        }

        return type.FindRequiredMember() is not null
            || (type.BaseType is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } parent
                && !ParameterlessConstructor.IsIn(parent));
    }

    private static bool TakesOnlyClient(IMethodSymbol constructor) =>
        constructor.Parameters is [{ Type: var parameter }] && parameter.Is(MetadataNames.TaskClient);

    private bool HasTasks()
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol && member.FindAttribute(MetadataNames.TaskAttribute) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Generated code uses the client, and the client is sealed.
    private bool HasRefusedUse()
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsVirtual)
            {
                return true;
            }
        }

        return MarkerReader.IsObsoleteError(type) || type.FindAttribute(MetadataNames.Framework.ExperimentalAttribute) is not null;
    }

    private bool Declares(string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (IsOfUser(reference.GetSyntax()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsOfUser(SyntaxNode node)
    {
        foreach (var declaration in declarations)
        {
            if (declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span))
            {
                return true;
            }
        }

        return false;
    }
}
