// A rule as the dispatcher calls it.
using System.Text.Json;

public static class Rules
{
    [Condition("is_large")]
    public static bool IsLarge(JsonElement data, JsonElement parameters) =>
        data.GetProperty("total").GetDecimal() > parameters.GetProperty("limit").GetDecimal();
}
