using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>The names that the emitters of one task share, as short as they may be inside the client.</summary>
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

    /// <summary>The type of the result; of a void task the one that stands for it.</summary>
    public string Result { get; }

    /// <summary>The type of the handles.</summary>
    public string Handle { get; }

    /// <summary>The generated task type, where a type stands: in an expression a parameter may have its name.</summary>
    public string Task { get; }

    /// <summary>The generated task type, where an expression stands.</summary>
    public string FullTask { get; }

    /// <summary>The type arguments of calls inside the task type: task, payload, result and handle.</summary>
    public string TypeArguments { get; }

    /// <summary>The interface of the task type as its declaration names it.</summary>
    public string Interface { get; }

    /// <summary>The interface with everything but the handle, inside the task type.</summary>
    public string Definition { get; }

    /// <summary>The interface with the handle, inside the task type.</summary>
    public string HandleDefinition { get; }

    /// <summary>The payload parameters, in order.</summary>
    public IReadOnlyList<ParameterModel> Payload { get; }

    /// <summary>The token of the stub: a payload parameter may have taken the usual name.</summary>
    public string Token { get; }

    /// <summary>Writes what the user wrote about each payload parameter.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">What the parameter is called here.</param>
    /// <param name="first">The index of the first one that is there.</param>
    public void WriteParameterDocs(CodeWriter writer, Func<ParameterModel, string> name, int first = 0)
    {
        for (var index = first; index < Payload.Count; index++)
        {
            writer.Line(DocComments.Parameter(name(Payload[index]), _documentationId, Payload[index].Name));
        }
    }
}
