using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests.Prose;

/// <summary>Reads the comments and the strings of a C# file.</summary>
internal static partial class CSharpProse
{
    public static IEnumerable<ProseUnit> Read(string file, string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(documentationMode: DocumentationMode.None)).GetRoot();
        return Comments(file, root).Concat(Strings(file, root));
    }

    // Comments on consecutive lines are one text; the elements of an XML comment are separate texts.
    private static IEnumerable<ProseUnit> Comments(string file, SyntaxNode root)
    {
        var block = new List<string>();
        var (first, last) = (0, -1);
        foreach (var comment in root.DescendantTrivia(descendIntoTrivia: false).Where(IsComment))
        {
            var line = comment.GetLocation().GetLineSpan().StartLinePosition.Line;
            if (line != last + 1)
            {
                foreach (var unit in Split(file, first, block))
                {
                    yield return unit;
                }

                block.Clear();
                first = line;
            }

            block.Add(comment.ToString().TrimStart('/', '*', ' ').TrimEnd('*', '/', ' '));
            last = line;
        }

        foreach (var unit in Split(file, first, block))
        {
            yield return unit;
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static IEnumerable<ProseUnit> Split(string file, int first, List<string> block)
    {
        var text = CodeElement().Replace(string.Join(' ', block), ProseUnit.Code);
        return Element().Split(Reference().Replace(text, ProseUnit.Code))
            .Select(static part => part.Trim())
            .Where(static part => part.Length > 0)
            .Select(part => new ProseUnit(file, first + 1, part));
    }

    // Strings that are added to each other are one text. A single word is a name and not prose.
    private static IEnumerable<ProseUnit> Strings(string file, SyntaxNode root) => root
        .DescendantNodes()
        .Where(static node => IsString(node) && !IsAddition(node.Parent) || IsAddition(node) && !IsAddition(node.Parent))
        .Select(node => new ProseUnit(
            file,
            node.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            string.Concat(node.DescendantNodesAndSelf().Select(TextOf))))
        .Where(static unit => unit.Text.Contains(' ', StringComparison.Ordinal));

    private static bool IsString(SyntaxNode node) =>
        node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax;

    private static bool IsAddition(SyntaxNode? node) => node.IsKind(SyntaxKind.AddExpression);

    private static string TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringTextSyntax text => text.TextToken.ValueText,
        InterpolationSyntax => ProseUnit.Code,
        _ => "",
    };

    [GeneratedRegex("<(c|code)>.*?</\\1>")]
    private static partial Regex CodeElement();

    [GeneratedRegex("<(see|seealso|paramref|typeparamref|inheritdoc)\\b[^>]*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Element();
}
