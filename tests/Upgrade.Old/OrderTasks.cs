using TaskGen;

namespace Shop;

/// <summary>The tasks before the upgrade. Each returns the version that ran it, and what it was given.</summary>
public static class OrderTasks
{
    /// <summary>Gets an optional parameter.</summary>
    [Task(Name = "orders.confirm")]
    public static string Confirm(int order) => $"old confirm {order}";

    /// <summary>Gets its parameters in another order.</summary>
    [Task(Name = "orders.move")]
    public static string Move(string from, string to, int count) => $"old move {from} {to} {count}";

    /// <summary>A required parameter becomes optional.</summary>
    [Task(Name = "orders.weigh")]
    public static string Weigh(int order, string unit) => $"old weigh {order} {unit}";

    /// <summary>Is renamed, and keeps this name as an alias.</summary>
    [Task(Name = "orders.mail", Idempotent = true)]
    public static string Mail(int order) => $"old mail {order}";

    /// <summary>Its record gets an optional member.</summary>
    [Task(Name = "orders.price")]
    public static string Price(Basket basket)
    {
        ArgumentNullException.ThrowIfNull(basket);
        return $"old price {basket.Order} {basket.Items}";
    }

    /// <summary>Class and method are renamed, the name on the wire stays.</summary>
    [Task(Name = "orders.ship")]
    public static string Ship(int order) => $"old ship {order}";

    /// <summary>Its enumeration gets a member.</summary>
    [Task(Name = "orders.grade")]
    public static string Grade(int order, Quality quality) => $"old grade {order} {quality}";

    /// <summary>Its result gets an optional member.</summary>
    [Task(Name = "orders.receipt")]
    public static Receipt MakeReceipt(int order) => new(order, order * 10);

    /// <summary>Fails on one of the versions.</summary>
    [Task(Name = "orders.try", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    public static string Try(int order, string failsOn) => $"{Workers.Check(failsOn)} try {order}";

    /// <summary>Fails on one of the versions, and is renamed.</summary>
    [Task(Name = "orders.attempt", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    public static string Attempt(int order, string failsOn) => $"{Workers.Check(failsOn)} attempt {order}";

    /// <summary>The second link of a chain.</summary>
    [Task(Name = "orders.tag", Retry = 200, RetryBaseDelaySeconds = 0.2, RetryMaxDelaySeconds = 0.5)]
    public static string Tag(string text, string failsOn) => $"{text} > {Workers.Check(failsOn)} tag";

    /// <summary>The last task of a chord, which is renamed.</summary>
    [Task(Name = "orders.sum")]
    public static string Sum(IReadOnlyList<string> parts) => $"{string.Join(", ", parts)} > old sum";

    /// <summary>Returns its text.</summary>
    [Task(Name = "orders.echo", Idempotent = true)]
    public static string Echo(string text) => text;

    /// <summary>Returns its text, and the result before it.</summary>
    [Task(Name = "orders.repeat")]
    public static string Repeat(string before, string text) => $"old {before} {text}";
}
