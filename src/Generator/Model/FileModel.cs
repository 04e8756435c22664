namespace TaskGen.Generator.Model;

/// <summary>The tasks and conditions of one file.</summary>
/// <param name="Tasks">The tasks that break no rule.</param>
/// <param name="Conditions">The conditions that break no rule.</param>
internal sealed record FileModel(EquatableArray<TaskModel> Tasks, EquatableArray<ConditionModel> Conditions);
