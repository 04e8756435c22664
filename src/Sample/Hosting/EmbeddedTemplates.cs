using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Fluid;

namespace TaskGen.Sample;

/// <summary>Renders the Liquid templates that are embedded in the sample assembly. Values are escaped for HTML.</summary>
public sealed class EmbeddedTemplates
{
    private const string Ending = ".liquid";

    private readonly FluidParser _parser = new();
    private readonly ConcurrentDictionary<string, IFluidTemplate> _parsed = new(StringComparer.Ordinal);

    /// <summary>Lists the templates of one kind.</summary>
    /// <param name="kind">The kind of template, such as <c>mail</c>.</param>
    /// <returns>The names, in alphabetical order.</returns>
    public static IReadOnlyList<string> Names(string kind) =>
    [
        .. typeof(EmbeddedTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{kind}/", StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[(kind.Length + 1)..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Renders a template.</summary>
    /// <param name="kind">The kind of template, such as <c>mail</c>.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="values">The values of the variables in the template.</param>
    /// <returns>The rendered text.</returns>
    public async Task<string> RenderAsync(string kind, string name, IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var context = new TemplateContext();
        foreach (var (key, value) in values)
        {
            context.SetValue(key, value);
        }

        return await _parsed.GetOrAdd($"{kind}/{name}{Ending}", Parse).RenderAsync(context, HtmlEncoder.Default);
    }

    private IFluidTemplate Parse(string resource)
    {
        using var reader = new StreamReader(typeof(EmbeddedTemplates).Assembly.GetManifestResourceStream(resource)!);
        return _parser.Parse(reader.ReadToEnd());
    }
}
