using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Symbols;

/// <summary>Recognizes values of attributes and parameters that do not compile, so that their value is unknown.</summary>
internal static class IncompleteValues
{
    /// <summary>Determines whether an argument of an attribute is missing or unknown.</summary>
    public static bool HasUnknownArgument(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return true;
        }

        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Error)
            {
                return true;
            }
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Value.Kind == TypedConstantKind.Error)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether an attribute with the specified name has an argument that is missing or unknown.</summary>
    public static bool HasUnknownArgument(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass.Is(name) && HasUnknownArgument(attribute))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether the default value of a parameter is unknown.</summary>
    public static bool HasUnknownDefault(IParameterSymbol parameter, Compilation compilation)
    {
        // The compiler reads an unknown default value as null, and as no default value if it has the wrong type.
        if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null }
            || parameter.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not ParameterSyntax { Default.Value: var value })
        {
            return false;
        }

        return !value.IsKind(SyntaxKind.NullLiteralExpression)
            && !value.IsKind(SyntaxKind.DefaultLiteralExpression)
            && !compilation.GetSemanticModel(reference.SyntaxTree).GetConstantValue(value).HasValue
            && !IsDefaultOfType(value, parameter);
    }

    private static bool IsDefaultOfType(ExpressionSyntax value, IParameterSymbol parameter)
    {
        while (value is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            value = value is ParenthesizedExpressionSyntax inner ? inner.Expression : ((PostfixUnaryExpressionSyntax)value).Operand;
        }

        return parameter.HasExplicitDefaultValue
            && value is DefaultExpressionSyntax or BaseObjectCreationExpressionSyntax
                or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression };
    }
}
