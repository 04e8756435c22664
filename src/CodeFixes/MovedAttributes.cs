using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Creates copies of attributes and default values that can be used in another class, which can be in another document.</summary>
/// <param name="generator">The generator of the document.</param>
/// <param name="model">The semantic model of the original code.</param>
/// <param name="target">The class in which the copies are used.</param>
/// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
internal sealed class MovedAttributes(
    SyntaxGenerator generator, SemanticModel model, INamedTypeSymbol target, CancellationToken cancellationToken)
{
    private const string Suffix = "Attribute";

    /// <summary>Creates an attribute with the arguments of another attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="omitted">The name of an argument that is not copied; null to copy all arguments.</param>
    public AttributeSyntax Create(AttributeData attribute, string? omitted = null)
    {
        var arguments = new List<AttributeArgumentSyntax>();
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList: { } list })
        {
            foreach (var argument in list.Arguments)
            {
                if (omitted is null || argument.NameEquals?.Name.Identifier.ValueText != omitted)
                {
                    arguments.Add(argument.WithExpression(Copy(argument.Expression, null)).WithoutTrivia());
                }
            }
        }

        var created = SyntaxFactory.Attribute(NameOf(attribute.AttributeClass!));
        return arguments.Count == 0
            ? created
            : created.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(
                arguments,
                Enumerable.Repeat(
                    SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1))));
    }

    /// <summary>Creates the type of a parameter or a result.</summary>
    public TypeSyntax TypeOf(ITypeSymbol type) => Annotated((TypeSyntax)generator.TypeExpression(type));

    /// <summary>Creates the default value of a parameter; null if the parameter has none.</summary>
    public ExpressionSyntax? DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        var syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as ParameterSyntax;
        return syntax?.Default is { } declared && declared.SyntaxTree == model.SyntaxTree
            ? Copy(declared.Value, parameter)
            : Constant(parameter.ExplicitDefaultValue, parameter.Type);
    }

    // A literal stays as it is written. A constant is qualified, unless the class cannot access it.
    private ExpressionSyntax Copy(ExpressionSyntax expression, IParameterSymbol? parameter)
    {
        if (expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
            || expression.SyntaxTree != model.SyntaxTree)
        {
            return expression.WithoutTrivia();
        }

        if (expression is TypeOfExpressionSyntax { Type: var named } && model.GetTypeInfo(named, cancellationToken).Type is { } type)
        {
            return SyntaxFactory.TypeOfExpression(TypeOf(type));
        }

        if (model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol { IsConst: true } field
            && model.Compilation.IsSymbolAccessibleWithin(field, target))
        {
            return SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, TypeOf(field.ContainingType), SyntaxFactory.IdentifierName(field.Name))
                .WithAdditionalAnnotations(Simplifier.Annotation);
        }

        return parameter is not null
            ? Constant(parameter.ExplicitDefaultValue, parameter.Type)
            : model.GetConstantValue(expression, cancellationToken) is { HasValue: true } value
                && model.GetTypeInfo(expression, cancellationToken).Type is { } valueType
                ? Constant(value.Value, valueType)
                : expression.WithoutTrivia();
    }

    private static ExpressionSyntax Constant(object? value, ITypeSymbol type) =>
        SyntaxFactory.ParseExpression(Literals.Of(value, type, TypeReader.NameOf) ?? "default")
            .WithAdditionalAnnotations(Simplifier.Annotation);

    // The suffix is removed here, because the simplifier keeps it in the name of a generic attribute.
    private NameSyntax NameOf(INamedTypeSymbol attribute)
    {
        var name = (NameSyntax)generator.TypeExpression(attribute);
        var last = name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First(static part =>
            part.Parent is not TypeArgumentListSyntax && part.Identifier.ValueText.EndsWith(Suffix, StringComparison.Ordinal));
        var text = last.Identifier.ValueText;
        var shortened = name.ReplaceToken(last.Identifier, SyntaxFactory.Identifier(text.Substring(0, text.Length - Suffix.Length)));
        return Annotated(shortened);
    }

    private static T Annotated<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
