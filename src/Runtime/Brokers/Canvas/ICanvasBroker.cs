namespace TaskGen.Brokers;

/// <summary>
/// The operations on canvases, and the deliveries that one queue has for others. A canvas lives in one queue; its tasks may run in any. See
/// <see cref="IBroker"/> for what all of them keep.
/// </summary>
internal interface ICanvasBroker
{
    /// <summary>
    /// Stores a page of the nodes of a canvas: at most 200 nodes and 1 MiB, unless one node is larger. A repeat changes nothing. A canvas
    /// that is not committed within ten minutes of its last page is forgotten.
    /// </summary>
    ValueTask StoreCanvasAsync(string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the record of the whole, under the id of the canvas, and starts the entry node. A repeat changes nothing. Returns false where
    /// pages are missing; nothing was started then.
    /// </summary>
    ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Reports ends of tasks to their canvases, at most 100: what follows is started, or the position in the group is settled, up to the
    /// end of the whole. A node ends once; a later report, or one for an unknown canvas, is ignored.
    /// </summary>
    ValueTask AdvanceCanvasAsync(string queue, IReadOnlyList<CanvasReport> reports, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what was delivered, then takes what waits, at most 100 and 1 MiB unless one is larger. Work within the queue, such as
    /// starting the members of a large group, is done here too, a page a call.
    /// </summary>
    ValueTask<DeliveryReply> DeliverAsync(string queue, DeliveryRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the values of the members of a group that succeeded: from a position on, at most 500 and 1 MiB, unless one is larger. Returns
    /// null where the canvas or the group is not known.
    /// </summary>
    ValueTask<CanvasMembers?> ReadMembersAsync(string queue, Guid canvas, int group, int from, CancellationToken cancellationToken);
}
