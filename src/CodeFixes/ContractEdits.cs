using Microsoft.CodeAnalysis;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Rules.Contract;

namespace TaskGen.CodeFixes;

/// <summary>Writes or removes the lines of contract files that the properties of diagnostics specify.</summary>
internal static class ContractEdits
{
    /// <summary>Applies the properties of all diagnostics in a project as one change.</summary>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(ContractProperties.Name, out var name) && name is not null)
            {
                diagnostic.Properties.TryGetValue(ContractProperties.Line, out var line);
                lines[name] = line;
            }
        }

        var solution = project.Solution;
        var isFirst = true;
        var files = await FilesAsync(project, cancellationToken).ConfigureAwait(false);
        foreach (var (file, names) in files)
        {
            // An existing line is changed in its file. A new line is added to the first contract file.
            var own = lines
                .Where(line => names.Contains(line.Key) || (isFirst && files.TrueForAll(other => !other.Names.Contains(line.Key))))
                .ToDictionary(static line => line.Key, static line => line.Value);
            isFirst = false;
            if (own.Count > 0)
            {
                var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(file.Id, ContractEditor.Apply(PathOf(file), text, own));
            }
        }

        return solution;
    }

    private static async Task<List<(TextDocument File, HashSet<string> Names)>> FilesAsync(
        Project project, CancellationToken cancellationToken)
    {
        var files = new List<(TextDocument File, HashSet<string> Names)>();
        foreach (var file in project.AdditionalDocuments.Where(static file => ContractLines.IsContractFile(PathOf(file)))
            .OrderBy(PathOf, StringComparer.Ordinal))
        {
            var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            files.Add((file, new HashSet<string>(
                ContractLines.Read(PathOf(file), text).Select(static entry => entry.Name ?? ""), StringComparer.Ordinal)));
        }

        return files;
    }

    private static string PathOf(TextDocument file) => file.FilePath ?? file.Name;
}
