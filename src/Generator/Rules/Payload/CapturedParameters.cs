using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds the parameters of a primary constructor that members use. The type stores their values, but the serializer does not call the
/// constructor.
/// </summary>
internal static class CapturedParameters
{
    private static readonly Explanation Explanation = new(
        "is a constructor parameter that the type stores and that is not serialized",
        "Declare the type as a record, or add properties with init accessors");

    /// <summary>Finds a parameter whose value is lost; null if there is none.</summary>
    public static LostMember? Find(INamedTypeSymbol type, ExecutedConstructors executed)
    {
        if (type.IsRecord || executed.RunInitializers || type.TypeKind != TypeKind.Struct)
        {
            return null;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            var syntax = constructor.DeclaringSyntaxReferences.IsEmpty ? null : constructor.DeclaringSyntaxReferences[0].GetSyntax();
            if (syntax is not TypeDeclarationSyntax { ParameterList: not null } declaration)
            {
                continue;
            }

            foreach (var parameter in constructor.Parameters)
            {
                if (IsUsed(declaration, parameter.Name))
                {
                    return new LostMember(parameter.Name, parameter.Type, Explanation);
                }
            }
        }

        return null;
    }

    private static bool IsUsed(TypeDeclarationSyntax declaration, string parameter)
    {
        foreach (var member in declaration.Members)
        {
            var isUsed = member switch
            {
                MethodDeclarationSyntax method => StateCode.Mentions(method, parameter),
                PropertyDeclarationSyntax { ExpressionBody: { } body } => StateCode.Mentions(body, parameter),
                PropertyDeclarationSyntax { AccessorList: { } accessors } => StateCode.Mentions(accessors, parameter),
                _ => false,
            };
            if (isUsed)
            {
                return true;
            }
        }

        return false;
    }
}
