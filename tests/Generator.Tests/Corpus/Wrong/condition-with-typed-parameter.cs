// Rules come with JSON, not with types.
public static class OrderRules
{
    [Condition("is_large")]
    public static bool [|TG0011:IsLarge|](Order order) => order.Total > 1000;
}

public sealed record Order(decimal Total);
