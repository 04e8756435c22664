using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace TaskGen.CodeFixes;

/// <summary>Changes of attributes and their arguments.</summary>
internal static class AttributeEdit
{
    /// <summary>The attribute with one more named argument, in front of the others.</summary>
    public static AttributeSyntax WithFirst(AttributeSyntax attribute, string name, string value)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), nameColon: null, Text(value)).NormalizeWhitespace();
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var arguments = list.Arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList([argument, .. list.Arguments], [Comma(), .. list.Arguments.GetSeparators()]);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>Puts an attribute on a declaration, and imports it where it is not.</summary>
    /// <param name="editor">The document.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="metadataName">The attribute; nothing happens where the compilation does not know it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void Add(DocumentEditor editor, SyntaxNode declaration, string metadataName, params SyntaxNode[] arguments)
    {
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(metadataName) is { } attribute)
        {
            var type = editor.Generator.TypeExpression(attribute)
                .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            // An empty list would be written as parentheses.
            editor.AddAttribute(declaration, editor.Generator.Attribute(type, arguments.Length == 0 ? null : arguments));
        }
    }

    /// <summary>Takes an attribute away, with its brackets where it is alone in them.</summary>
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

    /// <summary>A string as code.</summary>
    public static LiteralExpressionSyntax Text(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    private static SyntaxToken Comma() => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
}
