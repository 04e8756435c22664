using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>The names that the emitters for one task share. They are only as long as code inside the client requires.</summary>
internal sealed class TaskNames
{
    private readonly string _documentationId;

    public TaskNames(TaskModel task)
    {
        Result = task.Result?.Name ?? RuntimeNames.NoResult;
        Handle = (task.Result, task.Detail) switch
        {
            (null, null) => RuntimeNames.Handle,
            (_, null) => $"{RuntimeNames.Handle}<{Result}>",
            (_, { } detail) => $"{RuntimeNames.Handle}<{Result}, {detail.Name}>",
        };
        Task = task.TaskTypeName;
        FullTask = task.FullTaskTypeName;
        TypeArguments = $"{Task}, Args, {Result}, {Handle}";
        Interface = $"{RuntimeNames.Definition}<{Task}.Args, {Result}, {Handle}>";
        Definition = $"{RuntimeNames.Definition}<Args, {Result}>";
        HandleDefinition = $"{RuntimeNames.Definition}<Args, {Result}, {Handle}>";
        var payload = new List<ParameterModel>();
        foreach (var parameter in task.Parameters)
        {
            if (parameter.Kind == ParameterKind.Payload)
            {
                payload.Add(parameter);
            }
        }

        Payload = payload;
        _documentationId = task.DocumentationId;
        Token = Identifiers.Unused("cancellationToken", name => payload.Exists(parameter => parameter.Name == name));
    }

    /// <summary>The type of the result; for a task without a result, the type NoResult.</summary>
    public string Result { get; }

    /// <summary>The type of the handles.</summary>
    public string Handle { get; }

    /// <summary>
    /// The name of the generated task type, for use where a type is expected. In an expression, a parameter can hide this name.
    /// </summary>
    public string Task { get; }

    /// <summary>The fully qualified name of the generated task type, for use in expressions.</summary>
    public string FullTask { get; }

    /// <summary>The type arguments for calls inside the task type: task, payload, result, and handle.</summary>
    public string TypeArguments { get; }

    /// <summary>The task definition interface, for use in the declaration of the task type.</summary>
    public string Interface { get; }

    /// <summary>The task definition interface without the handle type, for use inside the task type.</summary>
    public string Definition { get; }

    /// <summary>The task definition interface with the handle type, for use inside the task type.</summary>
    public string HandleDefinition { get; }

    /// <summary>The payload parameters, in order.</summary>
    public IReadOnlyList<ParameterModel> Payload { get; }

    /// <summary>
    /// The name of the cancellation token of the dispatch method. The name differs from the names of all payload parameters.
    /// </summary>
    public string Token { get; }

    /// <summary>Writes XML comments for the payload parameters, which inherit the user's documentation.</summary>
    /// <param name="writer">The writer of the file.</param>
    /// <param name="name">A function that returns the name of a parameter in the generated member.</param>
    /// <param name="first">The zero-based index of the first payload parameter that is a parameter of the generated member.</param>
    public void WriteParameterDocs(CodeWriter writer, Func<ParameterModel, string> name, int first = 0)
    {
        for (var index = first; index < Payload.Count; index++)
        {
            writer.Line(DocComments.Parameter(name(Payload[index]), _documentationId, Payload[index].Name));
        }
    }
}
