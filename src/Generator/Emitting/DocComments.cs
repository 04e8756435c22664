using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>Documentation of generated members: what the user wrote about the method, by reference, so that no change of a comment emits anything again.</summary>
internal static class DocComments
{
    /// <summary>Everything the user wrote.</summary>
    public static string Inherit(string documentationId) => $"/// <inheritdoc cref=\"{documentationId}\"/>";

    /// <summary>What the user wrote about each payload parameter.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="task">The task.</param>
    /// <param name="name">What the parameter is called here.</param>
    /// <param name="except">One that is not there.</param>
    public static void Parameters(CodeWriter writer, TaskModel task, Func<ParameterModel, string> name, ParameterModel? except = null)
    {
        foreach (var parameter in task.Parameters)
        {
            if (parameter.Kind == ParameterKind.Payload && parameter != except)
            {
                writer.Line($"/// <param name=\"{name(parameter)}\"><inheritdoc cref=\"{task.DocumentationId}\" path=\"/param[@name='{parameter.Name}']/node()\"/></param>");
            }
        }
    }
}
