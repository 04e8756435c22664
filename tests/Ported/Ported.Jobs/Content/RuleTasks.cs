using System.Text.Json;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Content;

/// <summary>Holds tasks that rules select by name.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class RuleTasks(IJournal journal)
{
    /// <summary>Grants a discount.</summary>
    /// <param name="percent">The discount.</param>
    [Task(Name = "rules.discount")]
    public void Discount(int percent) => journal.Add($"discount of {percent} percent");

    /// <summary>Greets.</summary>
    /// <param name="name">The name.</param>
    [Task(Name = "rules.greet")]
    public void Greet(string name = "all") => journal.Add($"greeted {name}");

    /// <summary>Determines whether a day is a holiday.</summary>
    /// <param name="data">The data.</param>
    /// <param name="parameters">The parameters of the rule.</param>
    /// <returns><see langword="true"/> if it is one.</returns>
    [Condition("is_holiday")]
    public static bool IsHoliday(JsonElement data, JsonElement parameters) =>
        data.GetProperty("day").GetString() == parameters.GetProperty("holiday").GetString();
}
