using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.DataFiles.Records;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching.Passages;
using FactChecking.Text;
using FactChecking.Variants;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>Puts the records of <c>data/</c> into the database, in place of those that came from there before.</summary>
internal sealed class CuratedRecordsWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    internal const string Source = "data";

    // Children go with their parents. Claims go last: chains and their appearances name them.
    private const string DeleteEarlierRecords = """
        delete from evidence where source = @Source;
        delete from chains where source = @Source;
        delete from claims where source = @Source;
        delete from outlet_policies where source = @Source;
        delete from quality_flags where source = @Source;
        delete from ownership where source = @Source;
        delete from labels where source = @Source;
        delete from agreements where source = @Source;
        delete from mechanisms where source = @Source;
        delete from events where source = @Source;
        delete from narratives where source = @Source;
        delete from entities where source = @Source;
        delete from documents where source = @Source;
        """;

    public void Replace(CuratedRecords records)
    {
        Run("pragma defer_foreign_keys = on");
        Run(DeleteEarlierRecords, new { Source });
        records.Documents.ForEach(Document);
        records.Entities.ForEach(Entity);
        records.Narratives.ForEach(Narrative);
        records.Ownership.ForEach(Ownership);
        records.Labels.ForEach(Label);
        records.Agreements.ForEach(Agreement);
        records.Mechanisms.ForEach(Mechanism);
        records.Events.ForEach(Event);
        records.Claims.ForEach(Claim);
        records.Chains.ForEach(Chain);
        records.OutletPolicies.ForEach(OutletPolicy);
        records.QualityFlags.ForEach(QualityFlag);
        WritePassages();
        WriteLinks();
    }

    private const string SelectPassages = """
        select claims.number as Claim, 1 as Rank, json_each.id as Position, 'claim' as Field, json_each.key as Language, json_each.value as Text
        from claims, json_each(claims.text)
        where claims.source = @Source
        union all
        select claims.number, 2, claim_variants.ordinal, 'variant', claim_variants.language, claim_variants.text
        from claims
        join claim_variants on claim_variants.claim_id = claims.id
        where claims.source = @Source
        union all
        select claims.number, 3, debunks.ordinal, 'title', documents.language, documents.title
        from claims
        join debunks on debunks.claim_id = claims.id
        join documents on documents.id = debunks.document_id
        where claims.source = @Source and debunks.scope = 'same_claim'
        order by 1, 2, 3
        """;

    private const string SelectLinks = """
        select claims.number as Claim, documents.url as Url
        from claims
        join debunks on debunks.claim_id = claims.id
        join documents on documents.id = debunks.document_id
        where claims.source = @Source and documents.url is not null and debunks.scope in ('same_claim', 'earlier_version')
        union
        select claims.number, appearances.url
        from claims
        join appearance_claims on appearance_claims.claim_id = claims.id and appearance_claims.relation = 'asserts'
        join appearances on appearances.id = appearance_claims.appearance_id
        where claims.source = @Source and appearances.url is not null
        """;

    private void WriteLinks()
    {
        foreach (var (claim, url) in connection.Query<(long Claim, string Url)>(SelectLinks, new { Source }, transaction))
            Run(LinkReader.Insert, new { Link = CanonicalLink.Of(url), Claim = claim });
    }

    private void WritePassages()
    {
        var passages = connection.Query<(long Claim, int Rank, long Position, string Field, string? Language, string Text)>(
            SelectPassages, new { Source }, transaction);
        using var writer = new PassageWriter(connection, transaction);
        foreach (var claim in passages.GroupBy(passage => passage.Claim))
            writer.Write(claim.Key, claim.Select(passage => new Passage(passage.Field, passage.Language, passage.Text)));
    }

    private void Document(DocumentRecord record) => Run(
        """
        insert into documents (id, source, title, publisher, author, publisher_type, date, language, kind, seen, url, note)
        values (@Id, @Source, @Title, @Publisher, @Author, @PublisherType, @Date, @Language, @Kind, @Seen, @Url, @Note)
        """,
        new { record.Id, Source, record.Title, record.Publisher, record.Author, record.PublisherType, record.Date, record.Language, record.Kind, record.Seen, record.Url, record.Note });

    private void Entity(EntityRecord record)
    {
        Run("""
            insert into entities (id, source, kind, country, alias_warning, status, domain_note, ownership_status)
            values (@Id, @Source, @Kind, @Country, @AliasWarning, @Status, @DomainNote, @OwnershipStatus)
            """,
            new { record.Id, Source, record.Kind, record.Country, record.AliasWarning, record.Status, record.DomainNote, record.OwnershipStatus });
        Run("insert into entity_names (entity_id, language, ordinal, name) values (@Id, @Language, @Ordinal, @Name)",
            record.Names.SelectMany(pair => pair.Value.Index().Select(item => new { record.Id, Language = pair.Key, Ordinal = item.Index, Name = item.Item })));
        Run("insert into entity_domains (entity_id, domain, mirror) values (@Id, @Domain, @Mirror)",
            (record.Domains ?? []).Select(domain => new { record.Id, Domain = domain, Mirror = 0 })
                .Concat((record.Mirrors ?? []).Select(mirror => new { record.Id, Domain = mirror, Mirror = 1 })));
        Run("insert into entity_channels (entity_id, username) values (@Id, @Username)",
            (record.Telegram ?? []).Select(username => new { record.Id, Username = username.ToLowerInvariant() }));
        Evidence(record.Id, record.Evidence);
    }

    private void Ownership(OwnershipRecord record)
    {
        Run("""
            insert into ownership (id, source, subject, relation, object, valid_from, valid_to, confidence, note)
            values (@Id, @Source, @Subject, @Relation, @Object, @ValidFrom, @ValidTo, @Confidence, @Note)
            """,
            new { record.Id, Source, record.Subject, record.Relation, record.Object, record.ValidFrom, record.ValidTo, record.Confidence, record.Note });
        Evidence(record.Id, record.Evidence);
    }

    private void Label(LabelRecord record)
    {
        Run("""
            insert into labels (id, source, label, assigned_by, valid_from, valid_to, note)
            values (@Id, @Source, @Label, @AssignedBy, @ValidFrom, @ValidTo, @Note)
            """,
            new { record.Id, Source, Label = new LocalizedText(record.Label), record.AssignedBy, record.ValidFrom, record.ValidTo, record.Note });
        Run("insert into label_entities (label_id, entity_id) values (@Id, @Entity)",
            record.Entities.Select(entity => new { record.Id, Entity = entity }));
        Evidence(record.Id, record.Evidence);
    }

    private void Agreement(AgreementRecord record)
    {
        Run("""
            insert into agreements (id, source, date, date_precision, title, place, kind, confidence, note)
            values (@Id, @Source, @Date, @DatePrecision, @Title, @Place, @Kind, @Confidence, @Note)
            """,
            new { record.Id, Source, record.Date, record.DatePrecision, Title = new LocalizedText(record.Title), record.Place, record.Kind, record.Confidence, record.Note });
        Run("insert into agreement_parties (agreement_id, ordinal, entity_id) values (@Id, @Ordinal, @Entity)",
            record.Parties.Index().Select(item => new { record.Id, Ordinal = item.Index, Entity = item.Item }));
        People(record.Id, "in_presence_of", record.InPresenceOf);
        People(record.Id, "signatory", record.Signatories);
        Run("insert into agreement_terms (agreement_id, ordinal, text) values (@Id, @Ordinal, @Text)",
            (record.Terms ?? []).Index().Select(item => new { record.Id, Ordinal = item.Index, Text = new LocalizedText(item.Item) }));
        Run("insert into agreement_questions (agreement_id, ordinal, text) values (@Id, @Ordinal, @Text)",
            (record.OpenQuestions ?? []).Index().Select(item => new { record.Id, Ordinal = item.Index, Text = item.Item }));
        Evidence(record.Id, record.Evidence);
    }

    private void People(string agreement, string role, List<string>? people) => Run(
        "insert into agreement_people (agreement_id, role, ordinal, entity_id, name) values (@Agreement, @Role, @Ordinal, @Entity, @Name)",
        (people ?? []).Index().Select(item => item.Item.StartsWith("H-", StringComparison.Ordinal)
            ? new { Agreement = agreement, Role = role, Ordinal = item.Index, Entity = (string?)item.Item, Name = (string?)null }
            : new { Agreement = agreement, Role = role, Ordinal = item.Index, Entity = (string?)null, Name = (string?)item.Item }));

    private void Mechanism(MechanismRecord record)
    {
        Run("insert into mechanisms (id, source, name, kind, description, note) values (@Id, @Source, @Name, @Kind, @Description, @Note)",
            new { record.Id, Source, record.Name, record.Kind, record.Description, record.Note });
        Evidence(record.Id, record.Evidence);
    }

    private void Event(EventRecord record)
    {
        Run("insert into events (id, source, date, precision, title, note) values (@Id, @Source, @Date, @Precision, @Title, @Note)",
            new { record.Id, Source, record.Date, record.Precision, record.Title, record.Note });
        Evidence(record.Id, record.Evidence);
    }

    private void Narrative(NarrativeRecord record)
    {
        Run("insert into narratives (id, source, name, kind, description) values (@Id, @Source, @Name, @Kind, @Description)",
            new { record.Id, Source, record.Name, record.Kind, record.Description });
        Evidence(record.Id, record.Evidence);
    }

    private void Claim(ClaimRecord record)
    {
        Run("""
            insert into claims (id, key, source, parent, checkable, normalized_verdict, verdict_note, text, "when")
            values (@Id, @Key, @Source, @Parent, @Checkable, @NormalizedVerdict, @VerdictNote, @Text, @When)
            """,
            new { record.Id, Key = ClaimKey.Of(record.Id), Source, record.Parent, record.Checkable, record.NormalizedVerdict, record.VerdictNote, Text = new LocalizedText(record.Text), record.When });
        Run("insert into claim_narratives (claim_id, narrative_id) values (@Id, @Narrative)",
            record.Narratives.Select(narrative => new { record.Id, Narrative = narrative }));
        ClaimEntities(record.Id, "said_by", record.SaidBy);
        ClaimEntities(record.Id, "spread_where", record.SpreadWhere);
        Run("insert into claim_techniques (claim_id, ordinal, technique) values (@Id, @Ordinal, @Technique)",
            (record.DisarmSuggested ?? []).Index().Select(item => new { record.Id, Ordinal = item.Index, Technique = item.Item }));
        VariantStore.Write(connection, transaction, record.Id, VariantCap.Apply(record.SearchableVariants).Kept);
        Run("insert into debunks (claim_id, ordinal, document_id, scope, rating, quote, quote_role, note) values (@Id, @Ordinal, @Document, @Scope, @Rating, @Quote, @QuoteRole, @Note)",
            (record.Debunks ?? []).Index().Select(item => new { record.Id, Ordinal = item.Index, item.Item.Document, item.Item.Scope, Rating = item.Item.RatingAsPublished, item.Item.Quote, QuoteRole = item.Item.QuoteRole ?? "finding", item.Item.Note }));
        foreach (var (index, established) in (record.Established ?? []).Index())
        {
            var id = $"{record.Id}#established-{index + 1}";
            Run("insert into established (id, claim_id, ordinal, side, text) values (@Id, @Claim, @Ordinal, @Side, @Text)",
                new { Id = id, Claim = record.Id, Ordinal = index, established.Side, Text = new LocalizedText(established.Text) });
            Evidence(id, established.Evidence);
        }
        Evidence(record.Id, record.Evidence);
    }

    private void ClaimEntities(string claim, string role, List<string>? entities) => Run(
        "insert into claim_entities (claim_id, role, ordinal, entity_id) values (@Claim, @Role, @Ordinal, @Entity)",
        (entities ?? []).Index().Select(item => new { Claim = claim, Role = role, Ordinal = item.Index, Entity = item.Item }));

    private void Chain(ChainRecord record)
    {
        Run("""
            insert into chains (id, source, title, origin_status, origin_text, earliest_record, note)
            values (@Id, @Source, @Title, @Status, @Text, @EarliestRecord, @Note)
            """,
            new { record.Id, Source, Title = new LocalizedText(record.Title), record.Origin.Status, Text = new LocalizedText(record.Origin.Text), record.Origin.EarliestRecord, record.Note });
        record.Appearances.ForEach(appearance => Appearance(record.Id, appearance));
        foreach (var relay in record.Relays)
        {
            Run("""
                insert into relays (id, chain_id, from_appearance, to_appearance, relation, confidence, note)
                values (@Id, @Chain, @From, @To, @Relation, @Confidence, @Note)
                """,
                new { relay.Id, Chain = record.Id, relay.From, relay.To, relay.Relation, relay.Confidence, relay.Note });
            Evidence(relay.Id, relay.Evidence);
        }
        Run("insert into chain_claims (chain_id, claim_id) values (@Id, @Claim)",
            record.Claims.Select(claim => new { record.Id, Claim = claim }));
        Run("insert into chain_steps (chain_id, ordinal, appearance_id) values (@Id, @Ordinal, @Appearance)",
            record.Steps.Index().Select(item => new { record.Id, Ordinal = item.Index, Appearance = item.Item }));
        Run("insert into chain_agreements (chain_id, ordinal, agreement_id, connection, display) values (@Id, @Ordinal, @Agreement, @Connection, @Display)",
            (record.ConnectingAgreements ?? []).Index().Select(item => new { record.Id, Ordinal = item.Index, item.Item.Agreement, Connection = new LocalizedText(item.Item.Connection), item.Item.Display }));
        foreach (var (index, candidate) in (record.Origin.Candidates ?? []).Index())
        {
            var id = $"{record.Id}#candidate-{index + 1}";
            Run("insert into origin_candidates (id, chain_id, ordinal, who, date) values (@Id, @Chain, @Ordinal, @Who, @Date)",
                new { Id = id, Chain = record.Id, Ordinal = index, Who = new LocalizedText(candidate.Who), candidate.Date });
            Evidence(id, candidate.Evidence);
        }
        Evidence(record.Id, record.Evidence);
    }

    private void Appearance(string chain, AppearanceRecord record)
    {
        Run("""
            insert into appearances (id, chain_id, claim_id, carrier, carrier_text, date, language, url, url_document, role, confidence, reported_at, host_text, note)
            values (@Id, @Chain, @Claim, @Carrier, @CarrierText, @Date, @Language, @Url, @UrlDocument, @Role, @Confidence, @ReportedAt, @HostText, @Note)
            """,
            new { record.Id, Chain = chain, record.Claim, record.Carrier, CarrierText = record.CarrierText is { } text ? new LocalizedText(text) : null, record.Date, record.Language, record.Url, record.UrlDocument, record.Role, record.Confidence, record.ReportedAt, record.HostText, record.Note });
        Run("insert into appearance_claims (appearance_id, claim_id, relation) values (@Id, @Claim, @Relation)",
            record.ClaimLinks.Select(link => new { record.Id, link.Claim, link.Relation }));
        Evidence(record.Id, record.Evidence);
    }

    private void OutletPolicy(OutletPolicyRecord record)
    {
        Run("insert into outlet_policies (id, source, outlet, link_policy, reason) values (@Id, @Source, @Outlet, @LinkPolicy, @Reason)",
            new { record.Id, Source, record.Outlet, record.LinkPolicy, record.Reason });
        Evidence(record.Id, record.Evidence);
    }

    private void QualityFlag(QualityFlagRecord record)
    {
        Run("insert into quality_flags (id, source, severity, text) values (@Id, @Source, @Severity, @Text)",
            new { record.Id, Source, record.Severity, record.Text });
        Run("insert into quality_flag_subjects (flag_id, subject) values (@Id, @Subject)",
            record.About.Select(subject => new { record.Id, Subject = subject }));
        Evidence(record.Id, record.Evidence);
    }

    private void Evidence(string record, List<EvidenceRecord> evidence) => Run(
        "insert into evidence (record_id, ordinal, source, document_id, sentence, quote, location) values (@Record, @Ordinal, @Source, @Document, @Sentence, @Quote, @Loc)",
        evidence.Index().Select(item => new { Record = record, Ordinal = item.Index, Source, item.Item.Document, item.Item.Sentence, item.Item.Quote, item.Item.Loc }));

    private void Run(string statement, object? parameters = null) => connection.Execute(statement, parameters, transaction);
}
