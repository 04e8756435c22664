using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Support;

/// <summary>
/// The C# blocks of a page as one program. Types of all blocks are declarations; the statements of a block are a method, whose parameters
/// the comment before the block names: <c>&lt;!-- given: Type name, ... --&gt;</c>. A block after <c>&lt;!-- excerpt --&gt;</c> is left
/// out.
/// </summary>
/// <param name="Declarations">The source file with the types.</param>
/// <param name="Uses">The source file with the statements.</param>
internal sealed partial record PageProgram(string Declarations, string Uses)
{
    public const string Excerpt = "<!-- excerpt -->";

    private const string Usings =
        "using System.IO; using System.Net.Http; using System.Text.Json; using Microsoft.Extensions.DependencyInjection;\n"
        + "using Microsoft.Extensions.Hosting; using TaskGen.Testing; using Xunit;\n";

    public static PageProgram Read(string page)
    {
        var blocks = Block().Matches(page.ReplaceLineEndings("\n"));
        Assert.NotEmpty(blocks);
        var declarations = new StringBuilder();
        var uses = new StringBuilder();
        foreach (var (number, block) in blocks.Where(static block => block.Groups["comment"].Value.Trim() != Excerpt).Index())
        {
            var code = GeneratorHarness.Parse(block.Groups["code"].Value, 0).GetCompilationUnitRoot();
            var statements = code.Members.OfType<GlobalStatementSyntax>().ToList();
            declarations.AppendJoin("", code.Members.Where(static member => member is not GlobalStatementSyntax)
                .Select(static member => member.ToFullString())).Append('\n');
            if (statements.Count > 0)
            {
                var text = string.Concat(statements.Select(static statement => statement.ToFullString()));
                uses.Append(
                    CultureInfo.InvariantCulture,
                    $"public static async Task Use{number}({block.Groups["given"].Value})\n{{\nawait Task.Yield();\n{text}\n}}\n");
            }
        }

        return new PageProgram($"{Usings}{declarations}", $"{Usings}public static class Uses\n{{\n{uses}}}\n");
    }

    [GeneratedRegex(@"(?<comment><!-- (given: (?<given>[^>]*?)|excerpt) -->\s*)?```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
