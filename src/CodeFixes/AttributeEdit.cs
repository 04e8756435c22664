using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace TaskGen.CodeFixes;

/// <summary>Edits attributes and their arguments.</summary>
internal static class AttributeEdit
{
    /// <summary>Adds a named argument before the other arguments of an attribute.</summary>
    public static AttributeSyntax WithFirst(AttributeSyntax attribute, string name, string value)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), nameColon: null, Text(value)).NormalizeWhitespace();
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var arguments = list.Arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList([argument, .. list.Arguments], [Comma(), .. list.Arguments.GetSeparators()]);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>Adds a named argument after the other arguments of an attribute.</summary>
    public static AttributeSyntax WithLast(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), nameColon: null, value).NormalizeWhitespace();
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var arguments = list.Arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(list.Arguments.GetWithSeparators().Add(Comma()).Add(argument));
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>Adds an attribute to a declaration, and its namespace to the using directives if necessary.</summary>
    /// <param name="editor">The editor of the document.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="metadataName">
    /// The metadata name of the attribute. If the attribute does not exist in the compilation, nothing is added.
    /// </param>
    /// <param name="arguments">The arguments of the attribute.</param>
    public static void Add(DocumentEditor editor, SyntaxNode declaration, string metadataName, params SyntaxNode[] arguments)
    {
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(metadataName) is { } attribute)
        {
            var type = editor.Generator.TypeExpression(attribute)
                .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            // An empty argument list would be written as empty parentheses.
            editor.AddAttribute(declaration, editor.Generator.Attribute(type, arguments.Length == 0 ? null : arguments));
        }
    }

    /// <summary>Adds attributes after the other attributes of a type, each in its own line.</summary>
    public static TypeDeclarationSyntax AddLines(TypeDeclarationSyntax declaration, IReadOnlyList<AttributeSyntax> attributes)
    {
        var lists = declaration.AttributeLists;
        var leading = declaration.GetLeadingTrivia();
        var indent = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : default;
        foreach (var attribute in attributes)
        {
            var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
                .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"));
            lists = lists.Add(lists.Count == 0 ? list.WithLeadingTrivia(leading) : list.WithLeadingTrivia(indent));
        }

        var rest = declaration.AttributeLists.Count == 0 && attributes.Count > 0 ? declaration.WithLeadingTrivia(indent) : declaration;
        return rest.WithAttributeLists(lists);
    }

    /// <summary>Removes an attribute, and its brackets if it is the only attribute in them.</summary>
    public static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        if (attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list)
        {
            editor.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.AddElasticMarker);
        }
        else
        {
            editor.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
        }
    }

    /// <summary>Creates a string literal.</summary>
    public static LiteralExpressionSyntax Text(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    private static SyntaxToken Comma() => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
}
